import type { Outcome } from './answer.js';
import { ahead, backOff } from './back-off.js';
import { isVote, keyOf, type Health, type VoteRecord } from './record.js';
import { lay, type Shelf } from './shelf.js';

/** A vote and what its endpoint said to it. */
export interface Answer {
  record: VoteRecord;
  outcome: Outcome;
}

/**
 * Applies an answer, but only to the vote it was given to: a newer one on the same article goes on waiting.
 * @returns the vote if this is its end
 */
export async function settle(shelf: Shelf, { record, outcome }: Answer, now: number): Promise<VoteRecord | undefined> {
  const found = await shelf.get(keyOf('pending', record));
  if (!isVote(found)) return undefined;
  const vote = { ...found };
  const { state, reason, tally } = outcome;
  if (state === 'sent') vote.confirmed = outcome.held ?? record.score;
  const ends = state && vote.id === record.id;
  if (ends) Object.assign(vote, { state, reason, tally, since: now });
  else if (vote.id === record.id) vote.due = now + backOff(++vote.attempts);
  lay(shelf, vote);
  return ends ? vote : undefined;
}

/** Learns from an answer how the endpoint fares. */
export function heed(health: Health, { record, outcome }: Answer, now: number): void {
  const { failures = 0 } = health;
  if (outcome.retryAfter) health.floor = now + outcome.retryAfter;
  if (outcome.state) health.failures = health.notBefore = 0;
  // One step for all that fail at the same time, and none for a vote that failed more often than its endpoint: that one
  // is what is wrong, and the others need not wait for it.
  else if (!ahead(now, health.notBefore) && (outcome.unreachable || record.attempts <= failures))
    health.notBefore = now + backOff((health.failures = failures + 1));
}
