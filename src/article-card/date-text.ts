export type DateStyle = 'long' | 'short' | 'relative';

export interface DateOptions {
  language: string;
  style: DateStyle;
  /** IANA name; default the offset written in the date, else the browser's zone. */
  timeZone?: string | undefined;
}

const offsetOf = (iso: string) => /T.*(Z|[+-]\d\d:\d\d)$/.exec(iso)?.[1];

/** The moment of an ISO date; a clock without a zone is read in the given one. */
export function instantOf(iso: string, timeZone?: string): number {
  if (offsetOf(iso) || !timeZone || !iso.includes('T')) return Date.parse(iso);
  const asUtc = Date.parse(`${iso}Z`);
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(asUtc);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return Date.parse(iso + name.replace(/^GMT$/, 'Z').replace('GMT', ''));
}

/**
 * The date in words. A day is that day everywhere, and a clock is shown as it was written, unless the date has an
 * offset and another zone is asked for: then it is converted.
 */
export function dateText(iso: string, { language, style, timeZone }: DateOptions, now = Date.now()): string {
  const hasTime = iso.includes('T');
  if (style === 'relative') {
    const relative = relativeText(iso, language, timeZone, now);
    if (relative) return relative;
  }
  const offset = offsetOf(iso);
  const converted = hasTime && offset && timeZone;
  // What was written, as if it were UTC: not every browser knows an offset as a time zone.
  const shown = converted
    ? Date.parse(iso)
    : Date.parse(`${hasTime ? iso.replace(offset ?? '', '') : `${iso}T00:00`}Z`);
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: converted ? timeZone : 'UTC' }).format(shown);
  const day = write(style === 'long' ? { dateStyle: 'full' } : { day: '2-digit', month: '2-digit', year: 'numeric' });
  // Date, then time, as papers print it; Intl's own joint begins with "lúc" in Vietnamese.
  return hasTime ? `${day} ${write({ timeStyle: 'short' })}` : day;
}

/** "5 minutes ago", "yesterday"; nothing for what is more than a week away. */
function relativeText(iso: string, language: string, timeZone: string | undefined, now: number): string | undefined {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const local = new Date(now - new Date(now).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const hours = iso.includes('T') ? (instantOf(iso, timeZone) - now) / 3_600_000 : NaN;
  if (Math.abs(hours) < 1 / 60) return format.format(0, 'second');
  if (Math.abs(hours) < 1) return format.format(Math.trunc(hours * 60), 'minute');
  if (Math.abs(hours) < 24) return format.format(Math.trunc(hours), 'hour');
  const days = Number.isNaN(hours) ? (Date.parse(iso) - Date.parse(local)) / 86_400_000 : Math.trunc(hours / 24);
  return Math.abs(days) < 8 ? format.format(days, 'day') : undefined;
}
