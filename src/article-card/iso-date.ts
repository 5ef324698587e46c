/**
 * ISO 8601 as it is given in attributes: a day, and perhaps a clock, and perhaps its offset. Anything else, and what is
 * on no calendar, is nothing: no date rather than a wrong one.
 */
const form = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/;

export interface IsoDate {
  /** All of it, for machines. */
  iso: string;
  time: string | undefined;
  offset: string | undefined;
  /** Calendar and clock as they are written, in milliseconds as if they were UTC. */
  written: number;
}

export function readIso(date: string | undefined): IsoDate | undefined {
  const [, day = '', time, zone] = form.exec(date?.trim() ?? '') ?? [];
  const offset = zone?.replace(/\d\d$/, (minutes) => `:${minutes}`).replace('::', ':');
  const local = time ? `${day}T${time}` : day;
  const iso = local + (offset ?? '');
  const written = Date.parse(time ? `${local}Z` : day);
  // Date would turn 31 February into March: a date is right when it comes back as it was.
  const isRight = JSON.stringify(new Date(written)).includes(local);
  return day && isRight && !Number.isNaN(Date.parse(iso)) ? { iso, time, offset, written } : undefined;
}
