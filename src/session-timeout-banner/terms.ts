import { permittedUrl, reportError } from './addresses.js';
import type { Terms } from './page-session.js';

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

const addresses = {
  statusUrl: 'status-url',
  keepAliveUrl: 'keep-alive-url',
  signOutUrl: 'sign-out-url',
  signInUrl: 'sign-in-url',
  expiredUrl: 'expired-url',
} as const;

/** One of the host's addresses, if it may be used. */
export function urlOf(settings: Settings, name: keyof typeof addresses): URL | undefined {
  return permittedUrl(addresses[name], settings[name], settings.allowOrigins ?? '');
}

/** The host's settings, checked: what cannot be used is named once in the console, and has a sane replacement. */
export function termsOf(settings: Settings): Terms {
  const status = urlOf(settings, 'statusUrl');
  const keepAlive = urlOf(settings, 'keepAliveUrl');
  urlOf(settings, 'signOutUrl');
  urlOf(settings, 'signInUrl');
  urlOf(settings, 'expiredUrl');
  return {
    timeout: checked('timeout', settings.timeout, 1, 1800),
    warning: checked('warning', settings.warning, shortestWarning, shortestWarning),
    expiresAt: dateOf('expires-at', settings.expiresAt),
    maxSession: dateOf('max-session', settings.maxSession),
    status,
    keepAlive,
    // A server that was named but may not be used is still the one who decides; the timer must not pretend.
    local: !settings.statusUrl && !settings.keepAliveUrl,
    useExtends: settings.activity !== 'ignore',
    name: settings.session,
  };
}

function checked(attribute: string, seconds: number, least: number, otherwise: number): number {
  if (seconds >= least) return seconds;
  reportError(`${attribute}="${seconds}" must be at least ${least} seconds; ${otherwise} is used.`);
  return otherwise;
}

function dateOf(attribute: string, value: string | undefined): number | undefined {
  if (!value) return undefined;
  const date = Date.parse(value);
  if (!Number.isNaN(date)) return date;
  reportError(`${attribute}="${value}" is ignored: it must be an ISO 8601 date such as 2026-11-23T08:00:00Z.`);
  return undefined;
}
