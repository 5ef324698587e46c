import { promisifyRequest, type UseStore } from 'idb-keyval';
import { within } from './within.js';

const databaseName = 'sao-widgets';
const storeName = 'votes';

/** A cast answers within two seconds, so a database that is silent for longer than this counts as broken. */
const patience = 1500;
/** After that it is left alone for a while, or until the reader comes back to the page. */
const pause = 30_000;

/** A store for idb-keyval that survives what browsers do to databases, and can be told to try again at once. */
export type HealingStore = UseStore & { retry: () => void };

/** The store is created with the first write; a read where there is none finds nothing. */
export function createHealingStore(): HealingStore {
  let connection: Promise<IDBDatabase> | undefined;
  let brokenUntil = 0;

  const connect = async () => {
    // Version 1 for ever: raising it would wait for every frozen tab.
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName).createIndex('due', ['endpoint', 'due']);
    const database = await promisifyRequest(request);
    // Consent tools delete databases; one that is held open would block them, and then every later visitor.
    database.onclose = database.onversionchange = () => {
      database.close();
      connection = undefined;
    };
    return database;
  };

  const attempt = async <Result>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Result | PromiseLike<Result>,
    signal: AbortSignal,
  ): Promise<Result> => {
    const database = await (connection ??= connect());
    signal.throwIfAborted();
    const transaction = database.transaction(storeName, mode, { durability: 'strict' });
    const abort = () => {
      try {
        transaction.abort();
      } catch {
        // It is over already.
      }
    };
    signal.addEventListener('abort', abort);
    try {
      // Over quota, requests succeed and then the transaction fails: only its `complete` means kept.
      const [result] = await Promise.all([work(transaction.objectStore(storeName)), promisifyRequest(transaction)]);
      return result;
    } catch (error) {
      abort();
      throw error;
    }
  };

  const store = async <Result>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Result | PromiseLike<Result>,
  ): Promise<Result> => {
    if (Date.now() < brokenUntil) throw new Error('The database does not answer.');
    try {
      return await within(patience, async (signal) => {
        if (mode === 'readonly' && !connection) {
          const databases = await indexedDB.databases();
          if (!databases.some(({ name }) => name === databaseName)) return undefined as Result;
        }
        return attempt(mode, work, signal).catch((error: unknown) => {
          // Most "connection lost" errors in the wild come from keeping a dead one.
          signal.throwIfAborted();
          connection = undefined;
          if ((error as Error | null)?.name === 'QuotaExceededError') throw error;
          return attempt(mode, work, signal);
        });
      });
    } catch (error) {
      if ((error as Error | null)?.name === 'TimeoutError') brokenUntil = Date.now() + pause;
      connection = undefined;
      throw error;
    }
  };

  return Object.assign(store, { retry: () => (brokenUntil = 0) });
}
