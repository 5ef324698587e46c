/**
 * Reading of dates as they occur in the wild into ISO 8601: `2017-12-16`, `2017-12-16T06:04` where no zone is named,
 * `2017-12-16T06:04:00+07:00` where one is. What cannot be right is nothing, never a wrong minute.
 */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The zones that RFC 822 names; every other name has more than one meaning. */
const zones: Record<string, string> = {
  EDT: '-04',
  EST: '-05',
  CDT: '-05',
  CST: '-06',
  MDT: '-06',
  MST: '-07',
  PDT: '-07',
  PST: '-08',
};

const clock = '(?<time>\\d\\d?:\\d\\d(?::\\d\\d)?)(?:[.,]\\d+)?';
const zone = '(?<zone>[A-Z]+|[+-]\\d\\d(?::?\\d\\d)?)?';
const forms = [
  // ISO 8601, and as databases print it.
  `(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?:[T ]${clock} ?${zone})?`,
  // NukeViet's article:published_time: date, zone, time.
  `(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)${zone}${clock}`,
  // RFC 822 with the years of RFC 2822.
  `(?:\\w{3}, ?)?(?<day>\\d\\d?) (?<month>[A-Z]{3})[a-z]* (?<year>\\d{4}|\\d\\d)(?: ${clock} ?${zone})?`,
  // NukeViet's pages: Thứ bảy - 16/12/2017 06:04.
  `(?:\\D+ )?(?<day>\\d\\d?)/(?<month>\\d\\d?)/(?<year>\\d{4})(?:,? ${clock})?`,
].map((form) => new RegExp(`^${form}$`, 'i'));

const two = (value: string) => value.padStart(2, '0');

/** The offset as ISO writes it; nothing where the zone's name has more than one meaning. */
function offset(name = ''): string | undefined {
  const known = zones[name.toUpperCase()] ?? name;
  if (/^(Z|UTC?|GMT)$/i.test(known)) return 'Z';
  const parts = /^([+-]\d\d):?(\d\d)?$/.exec(known);
  return parts ? `${parts[1] ?? ''}:${parts[2] ?? '00'}` : '';
}

/** The date in ISO 8601, or nothing where it cannot be read. */
export function toIso(date: string | undefined): string | undefined {
  const text = date?.trim().replace(/\s+/g, ' ') ?? '';
  for (const form of forms) {
    const { year = '', month = '', day = '', time, zone: name } = form.exec(text)?.groups ?? {};
    if (!year) continue;
    const named = months.indexOf(month.toLowerCase()) + 1;
    const century = year.length > 2 ? '' : Number(year) < 50 ? '20' : '19';
    const iso = `${century}${year}-${two(named ? String(named) : month)}-${two(day)}`;
    const local = time ? `${iso}T${time.replace(/^\d:/, '0$&')}` : iso;
    // Date would turn 31 February into March: a date is right when it comes back as it was.
    const parsed = new Date(time ? `${local}Z` : iso);
    if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(local)) return undefined;
    const whole = `${local}${time ? offset(name) : ''}`;
    return Number.isNaN(Date.parse(whole)) ? undefined : whole;
  }
  return undefined;
}

/** Whether the minutes of an RFC 822 date equal its month. */
export function hasMonthForMinutes(date: string | undefined): boolean {
  const parts = /-(\d\d)-\d\dT\d\d:(\d\d)/.exec(toIso(date) ?? '');
  return !!parts && /[a-z]{3}/i.test(date ?? '') && parts[1] === parts[2];
}
