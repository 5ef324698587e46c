import { timeOf } from '../shared/wall-clock.js';

/** A date as it was written: a day, and perhaps a clock, and perhaps its offset. */
export interface WrittenDate {
  /** All of it in ISO 8601, for machines. */
  iso: string;
  time: string | undefined;
  offset: string | undefined;
  /** Day and clock as they are written, in milliseconds as if they were UTC. */
  written: number;
  /** The moment, in milliseconds; without an offset it is the browser's. */
  moment: number;
}

/** NukeViet's pages: Thứ bảy - 16/12/2017 06:04. */
const dayFirst = /^\D*(\d+)\/(\d+)\/(\d{4}),?/;
/** RFC 822, with the years of RFC 2822. */
const rfc822 = /^[a-z]*,? ?(\d+) [a-z]+ \d+/i;
/** NukeViet's article:published_time: date, zone, time. */
const zoneFirst = /^(.{10})([+-]\d{2,4}?)(\d\d:.*)/;
/** ISO 8601, as databases print it too; what the others are made into. After a clock may stand a zone nobody knows. */
const iso8601 =
  /^(\d{4}-\d\d-\d\d)(?:[T ]+([\d:]{5,8})(?:[.,]\d+)? ?(?:(Z)|([+-]\d\d):?(\d\d)?|(?![AP]M)[A-Y]\S*)?)?$/i;

/** The browser knows the months' names, and turns 31 February into March. */
function dayOf(date: string, day: string): string {
  const read = new Date(`${date} GMT`);
  return read.getUTCDate() === Number(day) ? read.toISOString().slice(0, 10) : '';
}

/** The browser knows the zones of RFC 822, which lie west of Greenwich; others have more than one meaning. */
function offsetOf(zone: string, name: string): string {
  const hours = timeOf(`1 Jan 1970 ${name}`) / 3_600_000;
  return hours ? `-0${hours}:00` : hours === 0 ? 'Z' : zone;
}

/**
 * Reads a date as it occurs in the wild. What cannot be right, and what is on no calendar, is nothing: no date rather
 * than a wrong one, and never a wrong minute.
 */
export function readDate(date: string | number | undefined): WrittenDate | undefined {
  if (!date) return undefined;
  const text = String(date)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(dayFirst, '$3-$2-$1')
    .replace(rfc822, dayOf)
    .replace(zoneFirst, '$1 $3$2')
    .replace(/(?<=[- T])\d(?=[- :]|$)/g, '0$&')
    .replace(/ ([A-Y]+[CT])$/i, offsetOf);
  const [, day = '', time, utc, hours, minutes = '00'] = iso8601.exec(text) ?? [];
  const offset = utc ? 'Z' : hours && `${hours}:${minutes}`;
  const local = time ? `${day}T${time}` : day;
  const iso = local + (offset ?? '');
  const written = timeOf(time ? `${local}Z` : day);
  const moment = timeOf(iso);
  // Date would turn 31 February into March here, too: a date is right when it comes back as it was.
  const isRight = JSON.stringify(new Date(written)).includes(local);
  return isRight && !Number.isNaN(moment) ? { iso, time, offset, written, moment } : undefined;
}

/** Whether the minutes of an RFC 822 date equal its month. */
export const hasMonthForMinutes = (date = ''): boolean =>
  /^\D/.test(date) && /-(\d\d)-..T..:\1/.test(readDate(date)?.iso ?? '');
