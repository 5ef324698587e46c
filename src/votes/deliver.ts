import type { Configuration, Protocol } from '../shared/configuration.js';
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

/** Longer bodies are sent without `keepalive`: browsers refuse more than 64 KiB of them in flight. */
const keepaliveLimit = 8192;

/** Sends one vote, and says what came of it. Never rejects: whatever goes wrong, the vote waits. */
export async function deliver(record: VoteRecord, means: Means): Promise<Outcome> {
  const { endpoint } = record;
  const { protocol, token, headers, transport } = means;
  const vote = { ...record.vote, token };
  const nukeviet = protocol === 'nukeviet' && !transport;

  const send = async (signal: AbortSignal) => {
    if (transport) return transport({ ...vote, endpoint });
    const own = new Headers(typeof headers === 'function' ? await headers() : headers);
    const [url, body] = nukeviet ? nukevietRequest(record, token ?? '') : [endpoint, JSON.stringify(vote)];
    if (protocol === 'json') {
      own.set('Content-Type', 'application/json');
      own.set('Idempotency-Key', vote.id);
    }
    return fetch(url, {
      method: 'POST',
      body,
      headers: own,
      signal,
      credentials: means.credentials ?? (nukeviet ? 'same-origin' : 'omit'),
      keepalive: String(body).length < keepaliveLimit,
    });
  };

  try {
    return await within(patience, async (signal) => {
      let response = await send(signal);
      if (response.status === 401 && typeof headers === 'function') response = await send(signal);
      // The whole answer: one that breaks off is none.
      const text = await response.text();
      return {
        ...(nukeviet ? judgeNukeviet(text, vote.article) : judge(response.status, text)),
        retryAfter: readRetryAfter(response.headers.get('Retry-After'), Date.now()),
      };
    });
  } catch {
    return { unreachable: true };
  }
}
