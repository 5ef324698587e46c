import type { Configuration, OutgoingVote, Protocol } from '../shared/configuration.js';
import { wallClock } from '../shared/wall-clock.js';
import { judge, readRetryAfter, type Outcome } from './answer.js';
import { judgeNukeviet, nukevietRequest } from './nukeviet.js';
import type { VoteRecord } from './record.js';
import { within } from './within.js';

/** How a vote travels from this page. */
export interface Means extends Pick<Configuration, 'credentials' | 'headers' | 'transport'> {
  protocol: Protocol;
  token: string | undefined;
}

/** The endpoint has so long to answer. */
const patience = 15_000;

/** What of a vote goes to its endpoint. */
const fields = ['id', 'article', 'score', 'max', 'voter', 'castAt', 'token'];

/**
 * Sends one vote, and says what came of it; nothing, where there was no answer.
 * @param isWanted asked after the page's own function, while which the vote may have been forgotten
 */
export async function deliver(record: VoteRecord, means: Means, isWanted: () => boolean): Promise<Outcome | undefined> {
  const { endpoint } = record;
  const { protocol, token, headers, transport } = means;
  const isNukeviet = protocol === 'nukeviet' && !transport;
  const isFunction = typeof headers === 'function';
  const json = JSON.stringify({ ...record, token }, fields);

  const send = async (signal: AbortSignal) => {
    if (transport) return transport({ ...(JSON.parse(json) as OutgoingVote), endpoint });
    const own = new Headers(isFunction ? await headers() : headers);
    if (isFunction && !isWanted()) throw new Error();
    if (protocol === 'json') {
      own.set('Content-Type', 'application/json');
      own.set('Idempotency-Key', record.id);
    }
    const [url, body] = isNukeviet ? nukevietRequest(record, token) : [endpoint, json];
    // Bodies are small: endpoints take 4 kB, browsers 64 kB at a time.
    const request = { method: 'POST', keepalive: true, headers: own, body, signal };
    return fetch(url, { ...request, credentials: means.credentials ?? (isNukeviet ? 'same-origin' : 'omit') });
  };

  try {
    return await within(patience, async (signal) => {
      let response = await send(signal);
      if (isFunction && response.status === 401) response = await send(signal);
      // The whole answer: one that breaks off is none.
      const text = await response.text();
      const outcome = isNukeviet
        ? judgeNukeviet(response.ok ? text : '', record.article)
        : judge(response.status, text);
      // A service worker knows of no page what it said since; what is refused there waits for one.
      if (!('document' in globalThis) && outcome.state === 'rejected') return {};
      return { ...outcome, retryAfter: readRetryAfter(response.headers.get('Retry-After'), wallClock()) };
    });
  } catch {
    return undefined;
  }
}
