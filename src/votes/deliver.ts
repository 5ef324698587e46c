import type { Configuration, Protocol } from '../shared/configuration.js';
import { judge, type Outcome } from './answer.js';
import { judgeNukeviet, nukevietRequest } from './nukeviet.js';
import type { WaitingRecord } from './record.js';
import { within } from './within.js';

/** How a vote travels from this page. */
export interface Means {
  protocol: Protocol;
  token: string | undefined;
  configuration: Configuration;
}

/** The endpoint has so long to answer. */
const patience = 15_000;

/** Bodies above this are sent without `keepalive`: browsers refuse more than 64 KiB of them in flight. */
const keepaliveLimit = 8192;

/** Sends one vote, and says what came of it. Never rejects: whatever goes wrong, the vote waits. */
export async function deliver(record: WaitingRecord, { protocol, token, configuration }: Means): Promise<Outcome> {
  const { id, article, score, max, voter, endpoint } = record;
  const { headers, transport } = configuration;
  const vote = { id, article, score, max, voter, castAt: new Date(record.castAt).toISOString(), token };
  const nukeviet = protocol === 'nukeviet' && !transport;

  const send = async (signal: AbortSignal) => {
    if (transport) return transport({ ...vote, endpoint });
    const own = new Headers(typeof headers === 'function' ? await headers() : headers);
    signal.throwIfAborted();
    const [url, body] = nukeviet ? nukevietRequest(record, token ?? '') : [endpoint, JSON.stringify(vote)];
    if (protocol === 'json') {
      own.set('Content-Type', 'application/json');
      own.set('Idempotency-Key', id);
    }
    return fetch(url, {
      method: 'POST',
      body,
      headers: own,
      signal,
      credentials: configuration.credentials ?? record.credentials ?? (nukeviet ? 'same-origin' : 'omit'),
      keepalive: String(body).length < keepaliveLimit,
    });
  };

  try {
    return await within(patience, async (signal) => {
      let response = await send(signal);
      if (response.status === 401 && typeof headers === 'function') response = await send(signal);
      return nukeviet ? judgeNukeviet(response, article) : judge(response);
    });
  } catch {
    return { unreachable: true };
  }
}
