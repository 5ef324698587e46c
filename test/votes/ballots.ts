import type { VoteRecord } from '../../src/votes/record.js';

export const endpoint = 'https://votes.example/votes';

let made = 0;

/** A vote as the outbox drafts it, before it lies on a shelf. */
export function ballot(
  from: { article?: string; endpoint?: string; score?: number; now?: number; id?: string } & Partial<VoteRecord> = {},
): VoteRecord {
  const { article = 'a', endpoint: to = endpoint, score = 4, now = 1_000_000, id = `vote-${++made}`, ...more } = from;
  return {
    version: 1,
    endpoint: to,
    reader: '',
    vote: { id, article, score, max: 5, voter: '', castAt: '' },
    due: now,
    since: now,
    attempts: 0,
    confirmed: null,
    named: false,
    how: { protocol: undefined, credentials: undefined, maxAge: undefined, pageOnly: false },
    ...more,
  };
}
