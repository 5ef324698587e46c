import type { VoteRecord } from '../../src/votes/record.js';

export const endpoint = 'https://votes.example/votes';

let made = 0;

/** A vote as the outbox drafts it, before it lies on a shelf. */
export function ballot({ now = 1_000_000, ...more }: { now?: number } & Partial<VoteRecord> = {}): VoteRecord {
  return {
    version: 1,
    ...{ id: `vote-${++made}`, article: 'a', endpoint, score: 4, max: 5, voter: '', reader: '', castAt: '' },
    ...{ state: 'pending', durable: false, confirmed: null, since: now, due: 0, attempts: 0 },
    ...{ protocol: undefined, credentials: undefined, maxAge: undefined, pageOnly: false, named: false },
    ...more,
  };
}
