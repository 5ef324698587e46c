/**
 * The star that a key moves the preview to, or null where the key means nothing here. Up, and the arrow in reading
 * direction, mean more; a digit means that star. Ends hold: more than the last star is the last star.
 */
export function starForKey(key: string, current: number, max: number, rightToLeft: boolean): number | null {
  const more = Math.min(current + 1, max);
  const less = Math.max(current - 1, 1);
  const [ArrowLeft, ArrowRight] = rightToLeft ? [more, less] : [less, more];
  const stars: Record<string, number> = { ArrowLeft, ArrowRight, ArrowUp: more, ArrowDown: less, Home: 1, End: max };
  // One key, one digit: 0 stands for the tenth star.
  const star = stars[key] ?? (/^\d$/.test(key) ? Number(key) || 10 : NaN);
  return star <= max ? star : null;
}
