import type { Protocol } from '../shared/configuration.js';
import { page } from '../shared/page.js';
import { webUrl } from '../shared/url.js';
import { warnAboutAttribute } from '../shared/warn.js';
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
  const given = element.endpoint ?? configuration.endpoint;
  const url = webUrl(given)?.href;
  if (given && !url) warnAboutAttribute(element, 'endpoint', `"${given}" is no http(s) URL, so no vote can be sent.`);
  let { protocol } = element;
  if (protocol && !['json', 'json-simple', 'nukeviet'].includes(protocol)) {
    warnAboutAttribute(element, 'protocol', 'must be "json", "json-simple" or "nukeviet"; the page\'s is used.');
    protocol = null;
  }
  const hasTally = element.average !== null && element.count !== null;
  return {
    article: [element.article].find(Boolean) ?? articleAround(element),
    // The name under which the outbox keeps what a transport delivers without an address.
    endpoint: url ?? (configuration.transport ? 'transport:' : ''),
    protocol: protocol ?? undefined,
    token: element.token ?? undefined,
    votable: !element.readonly && Boolean(url ?? configuration.transport),
    asksTally: url !== undefined && !hasTally && (protocol ?? configuration.protocol) !== 'nukeviet',
  };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Calls back once the page's scripts have had their chance to configure; they may come after the element. */
export function whenPageIsSet(callback: () => void): void {
  if (document.readyState === 'complete') setTimeout(callback);
  else addEventListener('load', () => setTimeout(callback), { once: true });
}
