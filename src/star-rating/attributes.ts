/** What a number given by the host must be. */
export interface Range {
  /** The smallest allowed; the largest too, where there is one. */
  from: number;
  to?: number;
  /** Whether only whole numbers count. */
  whole?: boolean;
}

/** The number that an attribute spells, NaN where it spells none, null where there is no attribute. */
export function numberFromAttribute(text: string | null): number | null {
  return text === null ? null : text.trim() ? Number(text) : NaN;
}

/** Whether a number given by the host can be used. */
export function isWithin(value: unknown, { from, to = Infinity, whole }: Range): value is number {
  return (
    typeof value === 'number' && Number.isFinite(value) && value >= from && value <= to && (!whole || value % 1 === 0)
  );
}

/** The same in words, for the message about one that cannot. */
export function describeRange({ from, to, whole }: Range): string {
  const kind = whole ? 'a whole number' : 'a number';
  return to === undefined ? `${kind}, ${from} or more` : `${kind} from ${from} to ${to}`;
}
