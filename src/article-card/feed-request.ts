import type { Entry, PlainText } from './article.js';
import { readAtom } from './atom.js';
import { isJsonFeed, readJsonFeed } from './json-feed.js';
import { readJsonLd } from './json-ld.js';
import { object } from './json.js';
import { readRss } from './rss.js';

export type ErrorReason = 'network' | 'cors' | 'status' | 'format' | 'not-found';

/** Why an article could not be had, and in `message` what the webmaster can do. */
export class LoadError extends Error {
  constructor(
    readonly reason: ErrorReason,
    message: string,
  ) {
    super(message);
  }
}

const timeout = 10_000;
/** Long enough for all cards of a page; later ones ask again, and the browser's cache answers by the feed's own rules. */
const kept = 30_000;
const requests = new Map<string, Promise<Entry[]>>();

/** The articles of a document; all cards that ask for the same one share the request and the reading. */
export function requestEntries(url: string, plain: PlainText): Promise<Entry[]> {
  let request = requests.get(url);
  if (!request) {
    const forget = () => requests.delete(url);
    request = download(url).then((answer) => readEntries(answer, url, plain));
    requests.set(url, request);
    request.then(() => setTimeout(forget, kept), forget);
  }
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
      const type = request.getResponseHeader('content-type') ?? '';
      if (request.readyState === request.HEADERS_RECEIVED && !type.includes('json')) {
        request.overrideMimeType('text/xml');
      }
    };
    request.onload = () => {
      if (request.status < 400) resolve(request);
      else reject(new LoadError('status', `${url} answered with status ${request.status}.`));
    };
    request.ontimeout = () =>
      reject(new LoadError('network', `${url} did not answer within ${timeout / 1000} seconds.`));
    request.onerror = () => void whyUnreadable(url).then(reject);
    request.send();
  });
}

/** A browser does not say why a request failed; one whose answer stays hidden shows whether the server is there. */
async function whyUnreadable(url: string): Promise<LoadError> {
  try {
    if (new URL(url).origin === location.origin) throw new Error();
    await fetch(url, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(timeout) });
    return new LoadError(
      'cors',
      `${url} may not be read from ${location.origin}: the feed must send Access-Control-Allow-Origin.`,
    );
  } catch {
    return new LoadError(
      'network',
      `${url} could not be reached: check the address, the connection, and connect-src in this page's Content-Security-Policy.`,
    );
  }
}

/** The articles in whichever of the formats it is. */
function readEntries({ responseText, responseXML }: XMLHttpRequest, url: string, plain: PlainText): Entry[] {
  const root = responseXML?.documentElement;
  if (root?.localName === 'feed') return readAtom(root, plain);
  if (root?.querySelector('channel')) return readRss(root.ownerDocument, plain);
  const entries = root ? [] : readJson(responseText, plain);
  if (entries) return entries;
  throw new LoadError(
    'format',
    `${url} is neither JSON-LD with an article, nor a JSON Feed, nor RSS 2.0, nor Atom, or is not well-formed.`,
  );
}

/** The articles in a JSON text; nothing where it is none, or holds no article. */
export function readJson(json: string, plain: PlainText): Entry[] | undefined {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (isJsonFeed(object(document))) return readJsonFeed(object(document));
  const entries = readJsonLd(document, plain);
  return entries.length > 0 ? entries : undefined;
}
