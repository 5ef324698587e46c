import { kept } from '../shared/kept.js';
import type { IsoDate } from './iso-date.js';

export const dateStyles = ['long', 'short', 'relative'] as const;
export type DateStyle = (typeof dateStyles)[number];

/** Making one is slow, and the cards of a page need the same few. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Hours from now to a date; a clock without an offset, and the beginning of a day, are those of the given zone. */
function hoursUntil({ offset, iso, written }: IsoDate, timeZone: string | undefined, now: number): number {
  const clock = new Date(now).toLocaleString('sv', { timeZone }).replace(' ', 'T');
  return (offset ? Date.parse(iso) - now : written - Date.parse(`${clock}Z`)) / 3_600_000;
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
  const { time, offset, iso, written } = date;
  const hours = style === 'relative' ? hoursUntil(date, timeZone, now) : Infinity;
  const distance = Math.abs(hours);
  if (distance < 24 * 7) {
    const [amount, unit] = !time
      ? ([Math.ceil(hours / 24), 'day'] as const)
      : distance < 1
        ? ([hours * 60, 'minute'] as const)
        : distance < 24
          ? ([hours, 'hour'] as const)
          : ([hours / 24, 'day'] as const);
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(amount), unit);
  }
  const converted = offset && timeZone;
  const write = (options: Intl.DateTimeFormatOptions) => {
    // As if what was written were UTC: not every browser knows an offset as a time zone.
    const all = { ...options, timeZone: converted ? timeZone : 'UTC' };
    const key = language + JSON.stringify(all);
    return kept(formats, key, () => new Intl.DateTimeFormat(language, all)).format(new Date(converted ? iso : written));
  };
  const words = write(style === 'long' ? { dateStyle: 'full' } : { day: '2-digit', month: '2-digit', year: 'numeric' });
  // Date, then time, as papers print it; Intl's own joint begins with "lúc" in Vietnamese.
  return time ? `${words} ${write({ timeStyle: 'short' })}` : words;
}
