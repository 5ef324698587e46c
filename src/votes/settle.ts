import type { Outcome } from './answer.js';
import { backOff } from './back-off.js';
import { isWaiting, keyOf, type EndpointRecord, type SettledRecord, type WaitingRecord } from './record.js';
import type { Shelf } from './shelf.js';
import type { Tally } from './vote.js';

/** A vote and what its endpoint said to it. */
export interface Answer {
  record: WaitingRecord;
  outcome: Outcome;
}

/** A vote that came to its end, and the tally in the endpoint's answer. */
export interface Change {
  record: SettledRecord;
  tally?: Tally | undefined;
}

/** Ends a waiting vote. */
export function end(shelf: Shelf, record: WaitingRecord, outcome: Outcome): Change {
  const { version, id, article, endpoint, reader, voter, score, max, castAt } = record;
  const { state = 'rejected', reason, tally, held } = outcome;
  const confirmed = held ?? (state === 'sent' ? score : record.confirmed);
  const settled: SettledRecord = {
    ...{ version, id, article, endpoint, reader, voter, score, max, castAt },
    ...{ confirmed, state, reason },
  };
  shelf.delete(keyOf('waiting', record));
  shelf.put(keyOf('settled', record), settled);
  return { record: settled, tally };
}

/** Applies an answer, but only to the vote it was given to: a newer one on the same article goes on waiting. */
export async function settle(shelf: Shelf, { record, outcome }: Answer, now: number): Promise<Change | undefined> {
  const key = keyOf('waiting', record);
  const current = await shelf.get(key);
  if (!isWaiting(current)) return undefined;
  if (current.id === record.id) {
    if (outcome.state) return end(shelf, current, outcome);
    const attempts = record.attempts + 1;
    shelf.put(key, { ...current, attempts, due: now + backOff(attempts), since: Math.min(record.since, now) });
  } else if (outcome.state === 'sent') {
    shelf.put(key, { ...current, confirmed: outcome.held ?? record.score });
  }
  return undefined;
}

/** Learns from the answers how the endpoint fares. */
export function heed(endpoint: EndpointRecord, answers: Answer[], now: number): void {
  for (const { outcome } of answers) endpoint.floor = Math.max(endpoint.floor, now + (outcome.retryAfter ?? 0));
  if (answers.some(({ outcome }) => outcome.state)) endpoint.failures = endpoint.notBefore = 0;
  // A single vote that failed more often than its endpoint is what is wrong, and the others need not wait for it.
  else if (
    answers.some(({ record, outcome: { unreachable = false } }) => unreachable || record.attempts <= endpoint.failures)
  ) {
    endpoint.notBefore = now + backOff(++endpoint.failures);
  }
}
