import type { VoteRecord } from './record.js';
import type { Key, Shelf } from './shelf.js';

const year = 365 * 864e5;

/** So many are looked at in one go, which takes a few milliseconds; where there are more, the next page goes on. */
const atOnce = 1000;

/** Takes away votes that ended long ago, and of more than so many the oldest. */
export async function prune(shelf: Shelf, most: number, now = Date.now()): Promise<void> {
  const ended: [number, Key][] = [];
  for await (const [key, vote] of shelf.each(['ended'])) {
    if (ended.push([(vote as VoteRecord).since, key]) === atOnce) break;
  }
  ended.sort(([one], [other]) => other - one);
  for (const [index, [since, key]] of ended.entries()) {
    if (index >= most || since < now - year) shelf.set(key);
  }
}
