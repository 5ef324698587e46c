const form =
  /^(?<date>\d{4}-\d\d-\d\d)[Tt](?<time>\d\d:\d\d)(?:(?<seconds>:\d\d)(?:[.,](?<fraction>\d+))?)?(?:[Zz]|(?<offset>[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?))$/;

const minute = 60_000;
const day = 24 * 60 * minute;

/** `+07:00`, `+0700` or `+07`, in milliseconds. */
function offsetOf(text: string): number {
  const digits = text.replace(/\D/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (text.startsWith('-') ? -minutes : minutes) * minute;
}

/**
 * Reads a moment written in ISO 8601 with any offset, as milliseconds since 1970; null where it is none.
 * A time without an offset is refused: it would mean another moment on every machine.
 */
export function parseMoment(text: string): number | null {
  const { date = '', time = '', seconds = ':00', fraction = '', offset = '' } = form.exec(text)?.groups ?? {};
  const asUtc = `${date}T${time}${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  const local = Date.parse(asUtc);
  // A date that does not exist, like 30 February, would come back as another one.
  if (Number.isNaN(local) || new Date(local).toISOString() !== asUtc) return null;
  return local - offsetOf(offset);
}

/**
 * A device whose clock runs years ahead must not lock its reader out for years, and its vote must not be lost either:
 * it counts as cast a day from now at the latest.
 */
export function latestAllowed(castAt: number, now: number): number {
  return Math.min(castAt, now + day);
}
