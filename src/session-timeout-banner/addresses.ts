import { page } from '../shared/page.js';
import { webUrl } from '../shared/url.js';

/** Says once, as an error, what cannot be used and what to do about it. */
export function reportError(message: string): void {
  if (page.said.has(message)) return;
  page.said.add(message);
  console.error(`sao-widgets: <sao-session-timeout-banner> ${message}`);
}

/**
 * The address if it may be used: http(s), and of the page's own origin or a listed one. Cookies go with it and readers
 * follow it, so one that came in through injected markup must lead nowhere.
 */
export function permittedUrl(attribute: string, value: string | undefined, allowedOrigins = ''): URL | undefined {
  if (!value) return undefined;
  const url = webUrl(value);
  if (url && [location.origin, ...allowedOrigins.split(/\s+/)].includes(url.origin)) return url;
  reportError(
    `${attribute}="${value}" is ignored: it must be an http(s) URL of ${location.origin}, or of an origin listed in allow-origins.`,
  );
  return undefined;
}
