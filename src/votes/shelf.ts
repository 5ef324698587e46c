import { isVote, keyOf, type Desk, type VoteRecord, type Whose } from './record.js';

/** Where a record lies. */
export type Key = string | string[];

/** Where records lie, as seen from inside one transaction. */
export interface Shelf {
  /** Whether it outlives the page. */
  durable: boolean;
  get: (key: Key) => unknown;
  /** Nothing takes away what lies there. */
  set: (key: Key, value?: object | false | null) => unknown;
  clear: () => unknown;
  /** What lies below the beginning of a key. */
  each: (beginning: string[]) => AsyncIterable<[Key, unknown]> | Iterable<[Key, unknown]>;
}

/** The shelf of a page that can, or may, store nothing. */
export const memoryShelf = (records: Map<string, object>): Shelf => ({
  durable: false,
  get: (key) => records.get(String(key)),
  set: (key, value) => (value ? records.set(String(key), value) : records.delete(String(key))),
  clear: () => records.clear(),
  each: (beginning) => [...records].filter(([key]) => key.startsWith(`${String(beginning)},`)),
});

export const deskKey = 'desk';

/** What the tabs share, or what they begin with. */
export const deskOn = async (shelf: Shelf): Promise<Desk> => ({
  last: 0,
  endpoints: {},
  ...((await shelf.get(deskKey)) as Desk | undefined),
});

/** The reader's vote on an article: the one that waits, else the one that came to its end. */
export const find = async (shelf: Shelf, whose: Whose): Promise<VoteRecord | undefined> =>
  (await Promise.all([shelf.get(keyOf('pending', whose)), shelf.get(keyOf('ended', whose))])).find(isVote);

/** Puts a vote where it belongs; without one, takes away what lies there. */
export function lay(shelf: Shelf, whose: Whose, vote?: VoteRecord | null): void {
  const waits = vote?.state === 'pending';
  shelf.set(keyOf('pending', whose), waits && vote);
  if (!waits) shelf.set(keyOf('ended', whose), vote);
}
