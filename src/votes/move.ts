import { keep } from './keep.js';
import type { VoteRecord } from './record.js';
import { deskKey, deskOn, type Shelf } from './shelf.js';

/**
 * Keeps the votes of one shelf on another, which learns how the endpoints fared, but for who sends to them. Of two moments
 * before which nothing may be sent the later one holds.
 *
 * @returns the votes that stand then
 */
export async function move(votes: () => VoteRecord[], from: Shelf, to: Shelf): Promise<VoteRecord[]> {
  const [{ endpoints }, desk] = [await deskOn(from), await deskOn(to)];
  for (const [endpoint, health] of Object.entries(endpoints)) {
    const fares = (desk.endpoints[endpoint] ??= {});
    for (const what of ['attempts', 'due', 'floor'] as const)
      fares[what] = Math.max(fares[what] ?? 0, health[what] ?? 0);
  }
  to.set(deskKey, desk);
  const moved: VoteRecord[] = [];
  // Not looked for before: others may have forgotten them while the shelf was waited for.
  for (const vote of votes()) moved.push(await keep(to, vote));
  return moved;
}
