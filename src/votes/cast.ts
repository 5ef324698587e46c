import { keyOf, isVote, type VoterRecord, type WaitingRecord } from './record.js';
import type { Shelf } from './shelf.js';

/** A random UUID (version 4), also on plain http, where `crypto.randomUUID` is missing. */
export const randomId = (): string =>
  '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (Number(digit) ^ (((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) & 15) >> (Number(digit) / 4))).toString(16),
  );

/** A vote on its way to a shelf; one that lay on another shelf before keeps the time and voter it has been sent with. */
export type Draft = Omit<WaitingRecord, 'castAt' | 'voter' | 'confirmed'> &
  Partial<Pick<WaitingRecord, 'castAt' | 'voter' | 'confirmed'>>;

/**
 * Puts the vote on the shelf as the reader's latest on its article: an older one that waits is replaced, a settled one
 * tells what to fall back to. Resolves with the record, or undefined where a later vote is there already.
 *
 * @param last `castAt` of the last vote that this page knows of, which may lie on another shelf.
 */
export async function keep(shelf: Shelf, draft: Draft, last: number): Promise<WaitingRecord | undefined> {
  const endpointKey = ['endpoint', draft.endpoint] as const;
  const [waiting, settled, voterFound, endpoint] = await Promise.all([
    shelf.get(keyOf('waiting', draft as WaitingRecord)),
    shelf.get(keyOf('settled', draft as WaitingRecord)),
    shelf.get(['voter']),
    shelf.get([...endpointKey]),
  ]);
  const voter = voterFound as Partial<VoterRecord> | undefined;
  const previous = isVote(waiting) ? waiting : isVote(settled) ? settled : undefined;
  if (draft.castAt && previous && previous.castAt > draft.castAt) return undefined;
  const castAt = draft.castAt ?? Math.max(draft.since, last + 1, (Number(voter?.castAt) || 0) + 1);
  // On one article the reader stays the same voter, even if a voter id was made while the database was away.
  const id = draft.voter ?? previous?.voter ?? voter?.id ?? randomId();
  const record = { ...draft, castAt, voter: draft.reader || id, confirmed: previous?.confirmed ?? null };
  shelf.put(keyOf('waiting', record), record);
  shelf.put(['voter'], { id: voter?.id ?? id, castAt: Math.max(castAt, Number(voter?.castAt) || 0) });
  if (!endpoint) shelf.put([...endpointKey], {});
  return record;
}
