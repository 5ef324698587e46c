import type { Protocol } from '../shared/configuration.js';
import { page } from '../shared/page.js';
import { webUrl } from '../shared/url.js';
import { articleAround } from './article-id.js';
import type { Place } from './article-votes.js';

/** What an element says about where its votes belong. */
export interface Placed extends Element {
  article: string | null;
  endpoint: string | null;
  protocol: Protocol | null;
  token: string | null;
  readonly: boolean;
  average: number | null;
  count: number | null;
}

/** Where the element's votes belong: what it says itself wins over what is around it and over the page's defaults. */
export function placeOf(element: Placed): Place {
  const { configuration } = page;
  const url = webUrl(element.endpoint ?? configuration.endpoint)?.href;
  // The name under which the outbox keeps what a transport delivers without an address.
  const endpoint = url ?? (configuration.transport ? 'transport:' : '');
  const protocol = element.protocol ?? configuration.protocol;
  return {
    article: [element.article].find(Boolean) ?? articleAround(element),
    endpoint,
    protocol,
    token: element.token ?? undefined,
    voter: configuration.voter,
    isVotable: !element.readonly && !!endpoint,
    asksTally: !!url && protocol !== 'nukeviet' && (element.average === null || element.count === null),
  };
}
