// Old libraries replace what reads the clock: with Date.js, `Date.now()` and `Date.parse()` are objects, or null.

/** The wall clock, in milliseconds since 1970. */
export const wallClock = (): number => new Date().getTime();

/** When a written date is, by that clock; NaN where it is none. */
export const timeOf = (text: string | null | undefined): number => new Date(text ?? '').getTime();
