let pixel: CanvasRenderingContext2D | null | undefined;

/** Any CSS colour as `#rrggbb`, the only form that a colour control takes; what is clear lies on white. */
export function hexColour(colour: string): string {
  pixel ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pixel) return '#000000';
  for (const fill of ['#fff', colour]) {
    pixel.fillStyle = fill;
    pixel.fillRect(0, 0, 1, 1);
  }
  const channels = [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3);
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
