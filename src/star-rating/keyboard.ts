/**
 * The star that a key moves the preview to, or null where the key means nothing here. Up, and the arrow in reading
 * direction, mean more; a digit means that star. Ends hold: more than the last star is the last star.
 */
export function starForKey(key: string, current: number, max: number, rightToLeft: boolean): number | null {
  const more = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const less = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === 'ArrowUp' || key === more) return Math.min(current + 1, max);
  if (key === 'ArrowDown' || key === less) return Math.max(current - 1, 1);
  if (key === 'Home') return 1;
  if (key === 'End') return max;
  // One key, one digit: 0 stands for the tenth star.
  const star = /^\d$/.test(key) ? Number(key) || 10 : max + 1;
  return star <= max ? star : null;
}
