import { page } from '../shared/page.js';
import type { Means } from './deliver.js';
import type { VoteRecord } from './record.js';
import type { Route } from './vote.js';

/** The absolute address; the page's own endpoint where none is given. */
export function resolve(endpoint = page.configuration.endpoint): string {
  if (endpoint) return new URL(endpoint, document.baseURI).href;
  if (page.configuration.transport) return 'transport:';
  throw new TypeError('votes: no endpoint. Set data-endpoint on the script or endpoint on the element.');
}

/** What this page's elements say of votes on the article; the last one to come counts. */
export const routeOf = (routes: Set<Route>, article: string, endpoint: string): Route | undefined =>
  [...routes].findLast((route) => route.article === article && route.endpoint === endpoint);

/** How this page sends the vote, if it can. */
export function meansOf(routes: Set<Route>, { endpoint, named, how, vote }: VoteRecord): Means | undefined {
  const { configuration } = page;
  const { endpoint: own, transport } = configuration;
  const route = routeOf(routes, vote.article, endpoint);
  const protocol = route?.protocol ?? configuration.protocol ?? how.protocol ?? 'json';
  // NukeViet's token is good for one session only: it has to be this page's.
  const token = route?.token ?? (protocol === 'nukeviet' ? undefined : vote.token);
  const known =
    typeof document === 'undefined'
      ? !how.pageOnly
      : named ||
        ((own ?? transport) !== undefined && endpoint === resolve()) ||
        [...routes].some((other) => other.endpoint === endpoint);
  const able = protocol !== 'nukeviet' || (token ?? transport);
  return known && able ? { ...how, ...configuration, protocol, token } : undefined;
}
