import type { IsoDate } from './iso-date.js';

export type DateStyle = 'long' | 'short' | 'relative';

/** Hours from now to a date; a clock without a zone is read in the given one, a day begins there. */
function hoursUntil({ day, time = '00:00', offset, iso }: IsoDate, timeZone: string | undefined, now: number): number {
  const asUtc = Date.parse(`${day}T${time}Z`);
  // The clock of the zone at that moment, read as if it were UTC, is off by the zone's offset.
  const clock = new Date(asUtc).toLocaleString('sv', { timeZone }).replace(' ', 'T');
  return ((offset ? Date.parse(iso) : 2 * asUtc - Date.parse(`${clock}Z`)) - now) / 3_600_000;
}

/**
 * The date in words. A day is that day everywhere, and a clock is shown as it was written, unless the date has an
 * offset and another zone is asked for: then it is converted. What is more than a week away is not told relatively.
 */
export function dateText(
  date: IsoDate,
  language: string,
  style: DateStyle,
  timeZone: string | undefined,
  now = Date.now(),
): string {
  const { day, time, offset, iso } = date;
  const hours = hoursUntil(date, timeZone, now);
  if (style === 'relative' && Math.abs(hours) < 24 * 7) {
    const [amount, unit] = !time
      ? ([Math.ceil(hours / 24), 'day'] as const)
      : Math.abs(hours) < 1
        ? ([hours * 60, 'minute'] as const)
        : Math.abs(hours) < 24
          ? ([hours, 'hour'] as const)
          : ([hours / 24, 'day'] as const);
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(amount), unit);
  }
  const converted = time && offset && timeZone;
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: converted ? timeZone : 'UTC' }).format(
      // As if what was written were UTC: not every browser knows an offset as a time zone.
      Date.parse(converted ? iso : `${day}T${time ?? '00:00'}Z`),
    );
  const words = write(style === 'long' ? { dateStyle: 'full' } : { day: '2-digit', month: '2-digit', year: 'numeric' });
  // Date, then time, as papers print it; Intl's own joint begins with "lúc" in Vietnamese.
  return time ? `${words} ${write({ timeStyle: 'short' })}` : words;
}
