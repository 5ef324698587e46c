import { timeOf } from '../shared/wall-clock.js';
import { randomId } from './random-id.js';
import type { Draft, VoteRecord } from './record.js';
import { deskKey, deskOn, find, lay, type Shelf } from './shelf.js';

/**
 * Puts the vote on the shelf as the reader's latest on its article, and writes into it when it was cast and by whom. One
 * that comes from another shelf keeps both, as it may have been sent, and gives way to a later one.
 *
 * @returns the vote that stands then
 */
export async function keep(shelf: Shelf, draft: Draft & Partial<VoteRecord>): Promise<VoteRecord> {
  const [previous, desk] = await Promise.all([find(shelf, draft), deskOn(shelf)]);
  const { castAt, endpoint, reader } = draft;
  // Its own end it does not give way to: the same vote may have been kept here later than it was given up.
  const isEnd = draft.state !== 'pending' && previous?.id === draft.id;
  if (previous && castAt && previous.castAt >= castAt && !isEnd) return previous;
  const vote = {
    ...draft,
    durable: shelf.durable,
    castAt: castAt ?? new Date(Math.max(draft.since, desk.last + 1)).toISOString(),
    // On one article the reader stays the same voter, even if an id was made while the database was away; and on every
    // shelf, since a transaction that was given up may be committed all the same.
    voter: (draft.voter ??= reader || (previous?.voter ?? desk.voter ?? randomId())),
    confirmed: draft.confirmed ?? previous?.confirmed ?? null,
  };
  if (!reader) desk.voter ??= vote.voter;
  desk.last = Math.max(desk.last, timeOf(vote.castAt));
  desk.endpoints[endpoint] ??= {};
  shelf.set(deskKey, desk);
  lay(shelf, vote, vote);
  return vote;
}
