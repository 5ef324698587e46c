import { page } from '../shared/page.js';
import type { Means } from './deliver.js';
import type { VoteRecord } from './record.js';
import type { Route } from './vote.js';

/** The absolute address; the page's own endpoint where none is given; nothing where the page has none. */
export function resolve(endpoint = page.configuration.endpoint): string {
  // A service worker has no document, and only whole addresses.
  if (endpoint) return new URL(endpoint, (globalThis as Partial<typeof globalThis>).document?.baseURI).href;
  return page.configuration.transport ? 'transport:' : '';
}

/** What this page's elements say of votes on the article; the last one to come counts. */
export const routeOf = (routes: Set<Route>, article: string, endpoint: string): Route | undefined =>
  [...routes].findLast((route) => route.article === article && route.endpoint === endpoint);

/** How this page sends the vote, if it can. */
export function meansOf(routes: Set<Route>, record: VoteRecord): Means | undefined {
  const { endpoint, article } = record;
  const { configuration } = page;
  const route = routeOf(routes, article, endpoint);
  const protocol = route?.protocol ?? configuration.protocol ?? record.protocol ?? 'json';
  const isNukeviet = protocol === 'nukeviet';
  // NukeViet's token is good for one session only: it has to be this page's.
  const token = route?.token ?? (isNukeviet ? undefined : record.token);
  const known =
    typeof document === 'undefined'
      ? !record.pageOnly
      : record.named || [resolve(), ...[...routes].map((other) => other.endpoint)].includes(endpoint);
  return known && (!isNukeviet || token || configuration.transport)
    ? { credentials: record.credentials, ...configuration, protocol, token }
    : undefined;
}
