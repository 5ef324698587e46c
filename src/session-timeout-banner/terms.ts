import { page } from '../shared/page.js';
import { webUrl } from '../shared/url.js';
import type { Terms } from './session.js';

/** What the host set, as it was set. */
export interface Settings {
  readonly timeout: number;
  readonly warning: number;
  readonly expiresAt: string | undefined;
  readonly maxSession: string | undefined;
  readonly statusUrl: string | undefined;
  readonly keepAliveUrl: string | undefined;
  readonly signOutUrl: string | undefined;
  readonly signInUrl: string | undefined;
  readonly expiredUrl: string | undefined;
  readonly allowOrigins: string | undefined;
  readonly activity: string;
  readonly session: string;
}

/** WCAG 2.2.1: whoever is warned needs at least twenty seconds to answer. */
const shortestWarning = 20;

/** Says once, as an error, what cannot be used. */
function refuse(property: string, value: unknown, advice: string): void {
  const attribute = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const message = `sao-widgets: <sao-session-timeout-banner> ${attribute}="${String(value)}" is ignored: ${advice}`;
  if (page.said.has(message)) return;
  page.said.add(message);
  console.error(message);
}

/**
 * One of the host's addresses, if it may be used: http(s), and of the page's own origin or a listed one. Cookies go with
 * it and readers follow it, so one that came in through injected markup must lead nowhere.
 */
export function urlOf(settings: Settings, property: `${string}Url` & keyof Settings): URL | undefined {
  const value = settings[property];
  if (!value) return undefined;
  const url = webUrl(value);
  if (url && [location.origin, ...(settings.allowOrigins ?? '').split(/\s+/)].includes(url.origin)) return url;
  refuse(property, value, 'not http(s), or of an origin not in allow-origins.');
  return undefined;
}

/** A date as milliseconds of the wall clock. */
export function dateOf(settings: Settings, property: 'expiresAt' | 'maxSession'): number | undefined {
  const value = settings[property];
  if (!value) return undefined;
  const date = Date.parse(value);
  if (date) return date;
  refuse(property, value, 'no ISO 8601 date.');
  return undefined;
}

function secondsOf(settings: Settings, property: 'timeout' | 'warning', least: number, otherwise: number): number {
  const value = settings[property];
  if (value >= least) return value * 1000;
  refuse(property, value, `at least ${least}, so ${otherwise} is used.`);
  return otherwise * 1000;
}

export function termsOf(settings: Settings): Terms {
  // Named as soon as they are set, not when the session ends.
  urlOf(settings, 'signOutUrl');
  urlOf(settings, 'signInUrl');
  urlOf(settings, 'expiredUrl');
  return {
    timeout: secondsOf(settings, 'timeout', 1, 1800),
    warning: secondsOf(settings, 'warning', shortestWarning, shortestWarning),
    status: urlOf(settings, 'statusUrl'),
    keepAlive: urlOf(settings, 'keepAliveUrl'),
    // A server that was named but may not be used is still the one who decides; the timer must not pretend.
    local: !settings.statusUrl && !settings.keepAliveUrl,
  };
}
