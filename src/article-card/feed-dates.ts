import { readIso } from './iso-date.js';

/** NukeViet's pages: Thứ bảy - 16/12/2017 06:04. */
const dayFirst = /^(?:\D+ )?(\d\d?)\/(\d\d?)\/(\d{4}),?/;
/** RFC 822, with the years of RFC 2822. */
const rfc822 = /^(?:[a-z]+,? )?(\d\d?) ([a-z]{3})[a-z]* (\d{4}|\d\d)\b/i;
/** NukeViet's article:published_time: date, zone, time. */
const zoneFirst = /^(.{10})([+-]\d\d(?:\d\d)?)(\d\d:.*)/;
/** ISO 8601, as databases print it too; what the others are made into. */
const iso8601 = /^(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)? ?(\S*))?$/i;

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** The offset as ISO writes it; nothing where the zone's name has more than one meaning, that is, is not of RFC 822. */
const offset = (zone: string) =>
  zone
    .toUpperCase()
    .replace(/^(?:UTC?|GMT)$/, 'Z')
    .replace(
      /^([ECMP])([SD])T$/,
      (_, name: string, season) => `-0${'ECMP'.indexOf(name) + (season === 'S' ? 5 : 4)}:00`,
    )
    .replace(/^([+-]\d\d)$/, '$1:00')
    .replace(/^[A-Y].*/, '');

/**
 * A date as it occurs in the wild in ISO 8601: `2017-12-16`, `2017-12-16T06:04` where no zone is named,
 * `2017-12-16T06:04:00+07:00` where one is. What cannot be right is nothing, never a wrong minute.
 */
export function toIso(date = ''): string | undefined {
  const text = date
    .trim()
    .replace(/\s+/g, ' ')
    .replace(dayFirst, '$3-$2-$1')
    .replace(
      rfc822,
      (_, day: string, month: string, year: string) =>
        `${year.padStart(4, year < '50' ? '20' : '19')}-${months.indexOf(month.toLowerCase()) / 3 + 1}-${day}`,
    )
    .replace(zoneFirst, '$1 $3$2')
    .replace(/(?<=[- T])\d(?=[- :]|$)/g, '0$&');
  const [, day = '', clock, zone = ''] = iso8601.exec(text) ?? [];
  return readIso(clock ? `${day}T${clock}${offset(zone)}` : day)?.iso;
}

/** Whether the minutes of an RFC 822 date equal its month. */
export const hasMonthForMinutes = (date = ''): boolean =>
  rfc822.test(date.trim()) && /-(\d\d)-..T..:\1/.test(toIso(date) ?? '');
