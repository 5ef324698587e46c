const form = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-])(\d\d)(?::?(\d\d))?)$/;

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Reads a moment written in ISO 8601 with any offset, as milliseconds since 1970; null where it is none.
 * A time without an offset is refused: it would mean another moment on every machine.
 */
export function parseMoment(text: string): number | null {
  const found = form.exec(text);
  if (!found) return null;
  const [year, month, date, hours, minutes, seconds] = found.slice(1, 7).map((digits) => Number(digits || 0));
  const [fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = found.slice(7);
  const written = [year, month, date, hours, minutes, seconds].map((number) => number ?? 0);
  const local = new Date(0);
  local.setUTCFullYear(written[0] ?? 0, (written[1] ?? 0) - 1, written[2]);
  local.setUTCHours(written[3] ?? 0, written[4], written[5], Number(fraction.padEnd(3, '0').slice(0, 3)));
  // A date that does not exist (30 February, 25 o'clock) comes back as another one.
  const real = [
    local.getUTCFullYear(),
    local.getUTCMonth() + 1,
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
    local.getUTCSeconds(),
  ];
  if (real.some((number, index) => number !== written[index])) return null;
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return null;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * minute;
  return local.getTime() - (sign === '-' ? -offset : offset);
}

/**
 * A device whose clock runs years ahead must not lock its reader out for years, and its vote must not be lost either:
 * it counts as cast a day from now at the latest.
 */
export function latestAllowed(castAt: number, now: number): number {
  return Math.min(castAt, now + day);
}
