import { kept } from '../shared/kept.js';
import { timeOf, wallClock } from '../shared/wall-clock.js';
import type { WrittenDate } from './written-date.js';

export const dateStyles = ['long', 'short', 'relative'] as const;
export type DateStyle = (typeof dateStyles)[number];

/** Making one is slow, and the cards of a page need the same few. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes from now to a date; a clock without an offset, and the beginning of a day, are those of the given zone. */
function minutesUntil({ offset, moment, written }: WrittenDate, timeZone: string | undefined, now: number): number {
  const clock = new Date(now).toLocaleString('sv', { timeZone }).replace(' ', 'T');
  return (offset ? moment - now : written - timeOf(`${clock}Z`)) / 60_000;
}

/**
 * The date in words. A day is that day everywhere, and a clock is shown as it was written, unless the date has an
 * offset and another zone is asked for: then it is converted. What is more than a week away is not told relatively.
 */
export function dateText(
  date: WrittenDate,
  language: string,
  style: DateStyle,
  timeZone: string | undefined,
  now = wallClock(),
): string {
  const { time, offset, moment, written } = date;
  if (style === 'relative') {
    const minutes = minutesUntil(date, timeZone, now);
    const distance = Math.abs(minutes) / 60;
    const [size, unit] =
      !time || distance >= 24
        ? ([24 * 60, 'day'] as const)
        : distance < 1
          ? ([1, 'minute'] as const)
          : ([60, 'hour'] as const);
    if (distance < 24 * 7) {
      // A day has begun at midnight; of minutes, hours and the like only whole ones count.
      const amount = Math[time ? 'trunc' : 'ceil'](minutes / size);
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(amount, unit);
    }
  }
  const converted = offset && timeZone;
  const write = (options: Intl.DateTimeFormatOptions) => {
    // As if what was written were UTC: not every browser knows an offset as a time zone.
    const all = { ...options, timeZone: converted ? timeZone : 'UTC' };
    const key = language + JSON.stringify(all);
    return kept(formats, key, () => new Intl.DateTimeFormat(language, all)).format(converted ? moment : written);
  };
  const words = write(style === 'long' ? { dateStyle: 'full' } : { day: '2-digit', month: '2-digit', year: 'numeric' });
  // Date, then time, as papers print it; Intl's own joint begins with "lúc" in Vietnamese.
  return time ? `${words} ${write({ timeStyle: 'short' })}` : words;
}
