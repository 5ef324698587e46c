import { wallClock } from '../shared/wall-clock.js';
import type { Outcome } from './answer.js';
import { ahead, postpone } from './back-off.js';
import { isVote, keyOf, type VoteRecord } from './record.js';
import { deskKey, deskOn, lay, type Shelf } from './shelf.js';

const day = 864e5;

/**
 * Applies what came of sending a vote: to that vote only, so that a newer one on the same article goes on waiting, and to
 * its endpoint.
 * @returns the vote if it came to its end, in an array
 */
export async function settle(
  shelf: Shelf,
  record: VoteRecord,
  { state, reason, tally, retryAfter }: Outcome = {},
  now = wallClock(),
): Promise<VoteRecord[]> {
  const desk = await deskOn(shelf);
  // A copy, because others may hold on to the one in memory.
  const vote = { ...((await shelf.get(keyOf('pending', record))) as VoteRecord | undefined) };
  if (!isVote(vote)) {
    // Where the database did not say that it has the end, it is told now.
    const ended = (await shelf.get(keyOf('ended', record))) as VoteRecord | undefined;
    return isVote(ended) && ended.id === record.id ? [ended] : [];
  }
  const health = (desk.endpoints[vote.endpoint] ??= {});
  // Of answers that come together, the one that asks for the longest holds.
  if (retryAfter) health.floor = Math.max(ahead(now, health.floor, day), now + retryAfter);
  if (state) health.attempts = health.due = 0;
  // One step for all that fail at the same time. A vote that failed more often than its endpoint only casts doubt on it:
  // that vote may be what is wrong, and the others need not wait for it.
  else if (!ahead(now, health.due)) {
    if ((vote.attempts ?? 0) > (health.attempts ??= 0)) health.attempts++;
    else postpone(health, now);
  }
  shelf.set(deskKey, desk);
  if (state === 'sent') vote.confirmed = tally?.score ?? record.score;
  const isSame = vote.id === record.id;
  if (isSame && state) Object.assign(vote, { state, reason, tally, since: now });
  else if (isSame) postpone(vote, now);
  lay(shelf, vote, vote);
  return isSame && state ? [vote] : [];
}
