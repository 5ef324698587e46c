import { fromJson } from './json-publication.js';
import { loadError } from './load-error.js';
import type { Publication } from './publication.js';
import { fromXml } from './xml-publication.js';

const timeout = 10_000;
/** Long enough for all cards of a page; later ones ask again, and the browser's cache answers by the feed's own rules. */
const kept = 30_000;
const requests = new Map<string, Promise<Publication>>();

/** What a document publishes; all cards that ask for the same one share the request and the parsing. */
export function requestPublication(url: string): Promise<Publication> {
  const known = requests.get(url);
  if (known) return known;
  const request = download(url).then(parse);
  const forget = () => requests.delete(url);
  requests.set(url, request);
  request.then(() => setTimeout(forget, kept), forget);
  return request;
}

/** XMLHttpRequest, because it parses XML without a string for Trusted Types to forbid, and honours its encoding. */
function download(url: string): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.timeout = timeout;
    request.onreadystatechange = () => {
      // Many feeds are sent as text/html or text/plain; only XML types are parsed.
      if (request.readyState === 2 && !request.getResponseHeader('content-type')?.includes('json')) {
        request.overrideMimeType('text/xml');
      }
    };
    request.onloadend = async () => {
      if (request.status > 0 && request.status < 400) resolve(request);
      else reject(request.status ? loadError('status', `the answer was ${request.status}.`) : await whyUnreadable(url));
    };
    request.ontimeout = () => reject(loadError('network', 'no answer within 10 seconds.'));
    request.send();
  });
}

/** A browser does not say why a request failed; one whose answer stays hidden shows whether the server is there. */
async function whyUnreadable(url: string): Promise<Error> {
  try {
    if (new URL(url).origin === location.origin) throw new Error();
    await fetch(url, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(timeout) });
    return loadError('cors', `the feed must send Access-Control-Allow-Origin: ${location.origin}`);
  } catch {
    return loadError('network', 'not reached; check the address, the network and connect-src of your CSP.');
  }
}

/** Whatever of the formats it is. */
function parse({ responseText, responseXML }: XMLHttpRequest): Publication {
  const publication = responseXML ? fromXml(responseXML.documentElement) : fromJson(responseText);
  if (publication) return publication;
  throw loadError('format', 'neither JSON-LD with an article, nor JSON Feed, RSS 2.0 or Atom.');
}
