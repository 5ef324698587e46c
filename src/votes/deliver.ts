import type { Configuration, OutgoingVote, Protocol } from '../shared/configuration.js';
import { judge, readRetryAfter, type Outcome } from './answer.js';
import { judgeNukeviet, nukevietRequest } from './nukeviet.js';
import type { VoteRecord } from './record.js';
import { within } from './within.js';

/** How a vote travels from this page. */
export type Means = Pick<Configuration, 'credentials' | 'headers' | 'transport'> & {
  protocol: Protocol;
  token: string | undefined;
};

/** The endpoint has so long to answer. */
const patience = 15_000;

/** What of a vote goes to its endpoint. */
const fields = ['id', 'article', 'score', 'max', 'voter', 'castAt', 'token'];

/** Sends one vote, and says what came of it. Never rejects: whatever goes wrong, the vote waits. */
export async function deliver(record: VoteRecord, means: Means): Promise<Outcome> {
  const { endpoint } = record;
  const { protocol, token, headers, transport } = means;
  const json = JSON.stringify({ ...record, token }, fields);
  const nukeviet = protocol === 'nukeviet' && !transport;

  const send = async (signal: AbortSignal) => {
    if (transport) return transport({ ...(JSON.parse(json) as OutgoingVote), endpoint });
    const own = new Headers(typeof headers === 'function' ? await headers() : headers);
    const [url, body] = nukeviet ? nukevietRequest(record, token ?? '') : [endpoint, json];
    if (protocol === 'json') {
      own.set('Content-Type', 'application/json');
      own.set('Idempotency-Key', record.id);
    }
    return fetch(url, {
      method: 'POST',
      body,
      headers: own,
      signal,
      credentials: means.credentials ?? (nukeviet ? 'same-origin' : 'omit'),
      // Bodies are small: endpoints take 4 kB, browsers 64 kB at a time.
      keepalive: true,
    });
  };

  try {
    return await within(patience, async (signal) => {
      let response = await send(signal);
      if (response.status === 401 && typeof headers === 'function') response = await send(signal);
      const { ok, status } = response;
      // The whole answer: one that breaks off is none.
      const text = await response.text();
      return {
        ...(nukeviet ? judgeNukeviet(ok ? text : '', record.article) : judge(status, text)),
        retryAfter: readRetryAfter(response.headers.get('Retry-After'), Date.now()),
      };
    });
  } catch {
    return { unreachable: true };
  }
}
