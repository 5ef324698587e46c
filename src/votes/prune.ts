import { wallClock } from '../shared/wall-clock.js';
import { isVote, keyOf, type VoteRecord } from './record.js';
import type { Shelf } from './shelf.js';

const year = 365 * 864e5;

/** So many are looked at in one go, which takes a few milliseconds; where there are more, the next page goes on. */
const atOnce = 1000;

/** Takes away votes that ended long ago, and of more than so many the oldest. */
export async function prune(shelf: Shelf, most: number, now = wallClock()): Promise<void> {
  const ended: VoteRecord[] = [];
  for await (const [, vote] of shelf.each(['ended'])) if (isVote(vote) && ended.push(vote) === atOnce) break;
  ended.sort((one, other) => other.since - one.since);
  ended.forEach((vote, index) => {
    if (index >= most || vote.since < now - year) shelf.set(keyOf('ended', vote));
  });
}
