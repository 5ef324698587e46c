/**
 * Reading of dates as they occur in the wild into ISO 8601: `2017-12-16`, `2017-12-16T06:04` where no zone is named,
 * `2017-12-16T06:04:00+07:00` where one is. What cannot be right is nothing, never a wrong minute.
 */
const clock = '(?:(\\d\\d?:\\d\\d(?::\\d\\d)?)(?:[.,]\\d+)?)';
const zone = '([a-z]+|[+-]\\d\\d(?::?\\d\\d)?)?';
const form = (pattern: string) => new RegExp(`^${pattern}$`, 'i');
/** ISO 8601, as databases print it too. */
const iso8601 = form(`(\\d{4})-(\\d\\d)-(\\d\\d)(?:[t ]${clock} ?${zone})?`);
/** NukeViet's article:published_time: date, zone, time. */
const zoneFirst = form(`(\\d{4})-(\\d\\d)-(\\d\\d)${zone}${clock}`);
/** RFC 822, with the years of RFC 2822. */
const rfc822 = form(`(?:[a-z]+,? )?(\\d\\d?) ([a-z]{3})[a-z]* (\\d{4}|\\d\\d)(?: ${clock} ?${zone})?`);
/** NukeViet's pages: Thứ bảy - 16/12/2017 06:04. */
const dayFirst = form(`(?:\\D+ )?(\\d\\d?)/(\\d\\d?)/(\\d{4})(?:,? ${clock})?`);

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
/** The hours of the zones that RFC 822 names; every other name has more than one meaning. */
const americanZones: Record<string, number> = { e: 5, c: 6, m: 7, p: 8 };

const two = (value: number | string) => String(value).padStart(2, '0');

/** The offset as ISO writes it; nothing where the zone's name has more than one meaning. */
function offset(name = ''): string {
  if (/^(z|utc?|gmt)$/i.test(name)) return 'Z';
  const american = /^([ecmp])([sd])t$/i.exec(name.toLowerCase());
  if (american) return `-${two((americanZones[american[1] ?? ''] ?? 0) - (american[2] === 'd' ? 1 : 0))}:00`;
  const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(name) ?? [];
  return hours ? `${hours}:${minutes}` : '';
}

/** The date in ISO 8601, or nothing where it cannot be read. */
export function toIso(date: string | undefined): string | undefined {
  const text = date?.trim().replace(/\s+/g, ' ') ?? '';
  let [, year = '', month = '', day = '', time, name] = iso8601.exec(text) ?? [];
  if (!year) [, year = '', month = '', day = '', name, time] = zoneFirst.exec(text) ?? [];
  if (!year) [, day = '', month = '', year = '', time, name] = rfc822.exec(text) ?? dayFirst.exec(text) ?? [];
  if (month.length > 2) month = String(months.indexOf(month.toLowerCase()) / 3 + 1);
  if (year.length === 2) year = (Number(year) < 50 ? '20' : '19') + year;
  const local = `${year}-${two(month)}-${two(day)}${time ? `T${time.replace(/^\d:/, '0$&')}` : ''}`;
  // Date would turn 31 February into March: a date is right when it comes back as it was.
  const parsed = Date.parse(time ? `${local}Z` : local);
  const whole = local + (time ? offset(name) : '');
  return parsed && new Date(parsed).toISOString().startsWith(local) && Date.parse(whole) ? whole : undefined;
}

/** Whether the minutes of an RFC 822 date equal its month. */
export function hasMonthForMinutes(date = ''): boolean {
  return rfc822.test(date.trim()) && /-(\d\d)-..T..:\1/.test(toIso(date) ?? '');
}
