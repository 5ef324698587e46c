import type { VoteRecord } from './record.js';
import { deskKey, deskOn, find, lay, type Shelf } from './shelf.js';

/** A random UUID. On plain http, where `crypto.randomUUID` is missing, the address of a blob ends in one. */
export function randomId(): string {
  const id = (crypto as Partial<Crypto>).randomUUID?.();
  if (id) return id;
  const url = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(url);
  return url.slice(-36);
}

/**
 * Puts the vote on the shelf as the reader's latest on its article, and writes into it when it was cast and by whom. One
 * that comes from another shelf keeps both, as it may have been sent, and gives way to a later one.
 *
 * @returns the vote that stands then
 */
export async function keep(shelf: Shelf, draft: VoteRecord): Promise<VoteRecord> {
  const [previous, desk] = await Promise.all([find(shelf, draft), deskOn(shelf)]);
  const { endpoint, reader, since } = draft;
  if (previous && draft.castAt && previous.castAt > draft.castAt) return previous;
  const vote = {
    ...draft,
    durable: shelf.durable,
    castAt: draft.castAt || new Date(Math.max(since, desk.last + 1)).toISOString(),
    // On one article the reader stays the same voter, even if an id was made while the database was away.
    voter: draft.voter || reader || (previous?.voter ?? desk.voter ?? randomId()),
    confirmed: draft.confirmed ?? previous?.confirmed ?? null,
  };
  if (!reader) desk.voter ??= vote.voter;
  desk.last = Math.max(desk.last, Date.parse(vote.castAt));
  desk.endpoints[endpoint] ??= {};
  lay(shelf, vote);
  shelf.set(deskKey, desk);
  return vote;
}
