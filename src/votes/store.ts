import { promisifyRequest } from 'idb-keyval';
import { prune } from './prune.js';
import type { Key, Shelf } from './shelf.js';
import { within } from './within.js';

const name = 'sao-widgets';

/** What stays of the votes that came to their end where the disk is full. */
const fewest = 50;

let connection: Promise<IDBDatabase> | undefined;

/** Called when somebody deletes the database. */
export const deletionListeners = new Set<() => unknown>();

/** Lets go of the database, and of one that is still to open. */
export function close(): void {
  connection?.then((database) => database.close()).catch(() => undefined);
  connection = undefined;
}

/** Whether there is a database; where a browser does not tell, only a vote will show. */
const isThere = async (): Promise<boolean> =>
  (await indexedDB.databases().catch(() => [])).some((database) => database.name === name);

async function connect(create: boolean): Promise<IDBDatabase> {
  // Version 1 for ever: raising it would wait for every frozen tab.
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(name);
    // It was there, and is being deleted.
    if (!create) request.transaction?.abort();
  };
  const database = await promisifyRequest(request);
  // A page that is kept for the way back would keep the database from others.
  addEventListener('pagehide', close);
  // Consent tools delete databases; one held open would block them, and then every later visitor.
  database.onclose = close;
  database.onversionchange = () => {
    close();
    for (const listener of deletionListeners) listener();
  };
  return database;
}

/** The shelf in the browser's database. */
const shelfIn = (records: IDBObjectStore): Shelf => ({
  durable: true,
  get: (key) => promisifyRequest(records.get(key)),
  set: (key, value) => (value ? records.put(value, key) : records.delete(key)),
  clear: () => records.clear(),
  async *each(beginning) {
    const request = records.openCursor(IDBKeyRange.bound(beginning, [...beginning, []]));
    let cursor;
    while ((cursor = await promisifyRequest(request))) {
      yield [cursor.primaryKey as Key, cursor.value];
      cursor.continue();
    }
  },
});

type Work<Result> = (shelf: Shelf) => Promise<Result>;

/**
 * A transaction in the browser's database that survives what browsers, and others on the origin, do to databases. Where
 * there is none, only `create` makes one; where none can be had, the result is undefined.
 */
export function store<Result>(patience: number, create: boolean, work: Work<Result>): Promise<Result | undefined> {
  return within(patience, async (signal) => {
    const { origin, indexedDB } = globalThis as Partial<typeof globalThis>;
    // A sandboxed frame has no storage; to ask all the same ends in Chromium as an unhandled rejection, caught or not.
    if (origin === 'null' || !indexedDB) return undefined;
    const used: { transaction?: IDBTransaction } = {};
    const attempt = async <Made>(does: Work<Made>) => {
      if (!create && !connection && !(await isThere())) return undefined;
      const database = await (connection ??= connect(create));
      signal.throwIfAborted();
      const transaction = (used.transaction = database.transaction(name, 'readwrite', { durability: 'strict' }));
      const working = does(shelfIn(transaction.objectStore(name))).then((result) => {
        // The browser need not ask first whether that was all.
        transaction.commit();
        return result;
      });
      // Over quota, requests succeed and then the transaction fails: only its `complete` means kept.
      const [result] = await Promise.all([working, promisifyRequest(transaction)]);
      return result;
    };
    try {
      return await attempt(work);
    } catch (error) {
      // Too late: whoever asked has gone on without the database, and another connection may be in use.
      signal.throwIfAborted();
      // Most "connection lost" errors in the wild come from keeping a dead connection.
      close();
      // A request that waits when another fails says only that all was given up.
      const reason = used.transaction?.error ?? (error as Error | null);
      if (reason?.name === 'QuotaExceededError') await attempt((shelf) => prune(shelf, fewest));
      return await attempt(work);
    }
  });
}
