/** The number that an attribute spells, NaN where it spells none, null where there is no attribute. */
export function numberFromAttribute(text: string | null): number | null {
  return text === null ? null : text.trim() ? Number(text) : NaN;
}

/** Whether a number given by the host can be used. */
export function isWithin(value: number, from: number, to: number, whole: boolean): boolean {
  return value >= from && value <= to && (!whole || value % 1 === 0);
}
