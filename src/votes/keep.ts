import { deskKey, isVote, keyOf, type Desk, type VoteRecord } from './record.js';
import type { Shelf } from './shelf.js';

/** A random UUID, also on plain http, where `crypto.randomUUID` is missing: every blob's address ends in one. */
export const randomId = (): string => URL.createObjectURL(new Blob()).slice(-36);

/**
 * Puts the vote on the shelf as the reader's latest on its article, and writes into it when it was cast and by whom. One
 * that comes from another shelf keeps both, as it may have been sent, and gives way to a later one.
 *
 * @param last the time of the last vote that this page knows of, which may lie on another shelf.
 */
export async function keep(shelf: Shelf, record: VoteRecord, last: number): Promise<void> {
  const key = keyOf(record);
  const { vote, endpoint, reader } = record;
  const [found, shared] = await Promise.all([shelf.get(key), shelf.get(deskKey)]);
  const desk = (shared ?? { last: 0, endpoints: {} }) as Desk;
  const previous = isVote(found as VoteRecord | undefined) ? (found as VoteRecord) : undefined;
  if (previous && vote.castAt && previous.vote.castAt > vote.castAt) return;
  vote.castAt ||= new Date(Math.max(record.since, last + 1, desk.last + 1)).toISOString();
  // On one article the reader stays the same voter, even if an id was made while the database was away.
  vote.voter ||= reader || (previous?.vote.voter ?? desk.voter ?? randomId());
  if (!reader) desk.voter ??= vote.voter;
  record.confirmed ??= previous?.confirmed ?? null;
  desk.last = Math.max(desk.last, Date.parse(vote.castAt));
  desk.endpoints[endpoint] ??= {};
  shelf.put(record, key);
  shelf.put(desk, deskKey);
}
