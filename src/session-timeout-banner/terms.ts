import { warnAboutAttribute } from '../shared/warn.js';
import { pageUrl } from '../shared/page-url.js';
import { webUrl } from '../shared/url.js';
import { timeOf } from '../shared/wall-clock.js';
import type { Terms } from './session-world.js';

type UrlName = 'statusUrl' | 'keepAliveUrl' | 'signOutUrl' | 'signInUrl' | 'expiredUrl';
type Text = string | null | undefined;

/** What the host set, as it was set. */
export interface Settings extends Readonly<Record<UrlName, Text>> {
  readonly timeout: number | null;
  readonly warning: number | null;
  readonly expiresAt: Text;
  readonly maxSession: Text;
  readonly allowOrigins: Text;
  readonly activity: string;
  readonly onExpired: string;
  readonly session: Text;
}

/**
 * Checks everything at once, so that a mistake is named as soon as it is made; each is named once, as an error.
 *
 * @param epoch when, by the wall clock, the session clock was at 0
 */
export function termsOf(settings: Settings & Element, epoch: number): Terms {
  /** The value, if it can be used. What is not there is no mistake. */
  const usable = <Value>(name: keyof Settings, value: Value, isUsable: boolean, advice: string): Value | undefined => {
    if (isUsable) return value;
    if ((settings[name] ?? '') !== '') warnAboutAttribute(settings, name, `must be ${advice}`, 'error');
    return undefined;
  };
  const seconds = (name: 'timeout' | 'warning', least: number, usual: number, lower: number) => {
    const value = settings[name] ?? usual;
    return (
      1000 *
      (usable(name, value, value >= least && value < Infinity, `at least ${least}`) ?? (value < least ? lower : usual))
    );
  };
  const date = (name: 'expiresAt' | 'maxSession') => {
    const time = timeOf(settings[name]) - epoch;
    return usable(name, time, time > -Infinity, 'an ISO 8601 date');
  };
  const origins = `${pageUrl().origin} ${settings.allowOrigins ?? ''}`
    .split(/\s+/)
    .map((origin) => webUrl(origin)?.origin);
  /** Cookies go with it and readers follow it, so one that came in through injected markup must lead nowhere. */
  const url = (name: UrlName) => {
    const address = webUrl(settings[name]);
    return usable(name, address?.href, !!address && origins.includes(address.origin), 'http(s), of an allowed origin');
  };
  usable('activity', 0, /^(extend|ignore)$/.test(settings.activity), 'extend or ignore');
  usable('onExpired', 0, /^(message|redirect|reload)$/.test(settings.onExpired), 'message, redirect or reload');
  return {
    timeout: seconds('timeout', 1, 1800, 1800),
    // WCAG 2.2.1: whoever is warned needs at least twenty seconds to answer.
    warning: seconds('warning', 20, 60, 20),
    expiresAt: date('expiresAt'),
    final: date('maxSession') ?? Infinity,
    statusUrl: url('statusUrl'),
    keepAliveUrl: url('keepAliveUrl'),
    signOutUrl: url('signOutUrl'),
    signInUrl: url('signInUrl'),
    expiredUrl: url('expiredUrl'),
    // A server that was named but may not be used is still the one who decides; the timer must not pretend.
    local: !settings.statusUrl && !settings.keepAliveUrl,
  };
}
