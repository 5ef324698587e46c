import type { Outcome } from './answer.js';
import { backOff, step } from './back-off.js';
import { isVote, keyOf, toOwnVote, type Health, type VoteRecord } from './record.js';
import type { Shelf } from './shelf.js';
import type { VoteChange } from './vote.js';

/** A vote and what its endpoint said to it. */
export interface Answer {
  record: VoteRecord;
  outcome: Outcome;
}

/** Ends a waiting vote. */
export function end(shelf: Shelf, record: VoteRecord, outcome: Outcome, now: number): VoteChange {
  const { state = 'rejected', reason, tally, held } = outcome;
  const confirmed = held ?? (state === 'sent' ? record.vote.score : record.confirmed);
  const ended = { ...record, state, reason, confirmed, due: new Date(now).toISOString() };
  shelf.put(ended, keyOf(record));
  return { article: record.vote.article, endpoint: record.endpoint, vote: toOwnVote(ended, shelf.durable), tally };
}

/** Applies an answer, but only to the vote it was given to: a newer one on the same article goes on waiting. */
export async function settle(shelf: Shelf, { record, outcome }: Answer, now: number): Promise<VoteChange | undefined> {
  const key = keyOf(record);
  const current = (await shelf.get(key)) as VoteRecord | undefined;
  if (!isVote(current) || current.state) return undefined;
  if (current.vote.id !== record.vote.id) {
    if (outcome.state === 'sent') shelf.put({ ...current, confirmed: outcome.held ?? record.vote.score }, key);
  } else if (outcome.state) {
    return end(shelf, current, outcome, now);
  } else {
    const attempts = current.attempts + 1;
    shelf.put({ ...current, attempts, due: now + backOff(attempts) }, key);
  }
  return undefined;
}

/** Learns from an answer how the endpoint fares. */
export function heed(health: Health, { record, outcome }: Answer, now: number): void {
  const { failures = 0, notBefore = 0, floor = 0 } = health;
  health.floor = Math.max(floor, now + (outcome.retryAfter ?? 0));
  if (outcome.state) health.failures = health.notBefore = 0;
  // One step for all that fail at the same time, and none for a vote that failed more often than its endpoint: that one
  // is what is wrong, and the others need not wait for it.
  else if (!step(notBefore, now) && (outcome.unreachable || record.attempts <= failures)) {
    health.failures = failures + 1;
    health.notBefore = now + backOff(health.failures);
  }
}
