import { page } from '../shared/page.js';
import type { Means } from './deliver.js';
import type { VoteRecord } from './record.js';
import type { Route } from './vote.js';

/** The absolute address; the page's own endpoint where none is given; nothing where the page has none. */
export function resolve(endpoint = page.configuration.endpoint): string | undefined {
  // A service worker has no document, and only whole addresses.
  return endpoint
    ? URL.parse(endpoint, (globalThis as Partial<typeof globalThis>).document?.baseURI)?.href
    : page.configuration.transport && 'transport:';
}

/** What this page's elements say of votes on the article; the last one to come counts. */
export const routeOf = (routes: Route[], article: string, endpoint: string): Route | undefined =>
  routes.findLast((route) => route.article === article && route.endpoint === endpoint);

/** How this page, named `by`, sends the vote, if it can. */
export function meansOf(routes: Route[], record: VoteRecord, by: string): Means | undefined {
  const { endpoint } = record;
  const { configuration } = page;
  const route = routeOf(routes, record.article, endpoint);
  const isOfPage = endpoint === resolve();
  // What the page says is about its own endpoint, and about elements without a word of their own.
  const { protocol: usual } = (route ?? isOfPage) ? configuration : record;
  const protocol = route?.protocol ?? usual ?? record.protocol ?? 'json';
  const isNukeviet = protocol === 'nukeviet';
  // NukeViet's token is good for one session only: it has to be this page's.
  const token = route?.token ?? (isNukeviet && record.page !== by ? undefined : record.token);
  const isListed = isOfPage || routes.some((other) => other.endpoint === endpoint);
  const isKnown = !('document' in globalThis) || isListed || record.named === true || record.named === by;
  // What was to travel by means of the page waits for a page that has said them: its endpoint would refuse it without.
  const lacksMeans = record.pageOnly && !(configuration.headers ?? configuration.transport);
  return isKnown && !lacksMeans && !(isNukeviet && !token && !configuration.transport)
    ? { credentials: record.credentials, ...configuration, protocol, token }
    : undefined;
}
