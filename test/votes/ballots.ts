import type { Means } from '../../src/votes/deliver.js';
import type { VoteRecord } from '../../src/votes/record.js';

export const endpoint = 'https://votes.example/votes';

let made = 0;

/** How votes travel from a page that says nothing of it. */
export const byJson: Means = { protocol: 'json', token: undefined };

/** A vote as the outbox drafts it, before it lies on a shelf, which says when it was cast and by whom. */
export function ballot({ now = 1_000_000, ...more }: { now?: number } & Partial<VoteRecord> = {}): VoteRecord {
  return {
    version: 1,
    ...{ id: `vote-${++made}`, article: 'a', endpoint, score: 4, max: 5, reader: '', state: 'pending', since: now },
    ...more,
  } as VoteRecord;
}
