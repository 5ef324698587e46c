import { promisifyRequest } from 'idb-keyval';
import type { Key, VoteRecord } from './record.js';

/** Where records lie, as seen from inside one transaction. */
export interface Shelf {
  /** Whether it outlives the page. */
  durable: boolean;
  get: (key: Key) => Promise<unknown>;
  put: (value: object, key: Key) => unknown;
  delete: (key: Key) => unknown;
  /** The votes of an endpoint that wait, by the time they are due. */
  waiting: (endpoint: string) => AsyncIterable<[Key, unknown]> | Iterable<[Key, unknown]>;
}

/** The shelf in the browser's database. */
export const indexedShelf = (store: IDBObjectStore): Shelf => ({
  durable: true,
  get: (key) => promisifyRequest(store.get(key)),
  put: (value, key) => store.put(value, key),
  delete: (key) => store.delete(key),
  async *waiting(endpoint) {
    const request = store.index('due').openCursor(IDBKeyRange.bound([endpoint], [endpoint, '']));
    let cursor;
    while ((cursor = await promisifyRequest(request))) {
      yield [cursor.primaryKey as Key, cursor.value];
      cursor.continue();
    }
  },
});

/** The shelf of a page that can, or may, store nothing. */
export const memoryShelf = (records: Map<string, VoteRecord>): Shelf => ({
  durable: false,
  get: (key) => Promise.resolve(records.get(String(key))),
  put: (value, key) => records.set(String(key), value as VoteRecord),
  delete: (key) => records.delete(String(key)),
  waiting: (endpoint) =>
    [...records]
      .filter(([, record]) => record.endpoint === endpoint && !record.state)
      .sort(([, one], [, other]) => Number(one.due) - Number(other.due)),
});
