import { promisifyRequest } from 'idb-keyval';
import type { Key } from './record.js';
import type { Shelf } from './shelf.js';

/** An array sorts after every number and string, so this range holds all keys that begin with the word. */
const beginningWith = (word: string): IDBKeyRange => IDBKeyRange.bound([word], [word, []]);

/** The shelf in the browser's database. */
export const indexedShelf = (store: IDBObjectStore): Shelf => ({
  get: (key) => promisifyRequest(store.get(key)),
  put: (key, value) => store.put(value, key),
  delete: (key) => store.delete(key),
  clear: () => store.clear(),
  values: (kind) => promisifyRequest(store.getAll(beginningWith(kind))),
  async *due(endpoint) {
    const request = store.index('due').openCursor(beginningWith(endpoint));
    let cursor;
    while ((cursor = await promisifyRequest(request))) {
      yield [cursor.primaryKey as Key, cursor.value];
      cursor.continue();
    }
  },
});
