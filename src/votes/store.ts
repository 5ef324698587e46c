import { promisifyRequest } from 'idb-keyval';
import { within } from './within.js';

const name = 'sao-widgets';

/** A cast answers within two seconds, so a database that is silent for longer than this counts as broken. */
const patience = 1500;

let connection: Promise<IDBDatabase> | undefined;

async function connect(): Promise<IDBDatabase> {
  // Version 1 for ever: raising it would wait for every frozen tab.
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(name).createIndex('due', ['endpoint', 'due']);
  const database = await promisifyRequest(request);
  // Consent tools delete databases; one held open would block them, and then every later visitor.
  database.onclose = database.onversionchange = () => {
    database.close();
    connection = undefined;
  };
  return database;
}

/**
 * Like a store of idb-keyval, but it survives what browsers, and others on the origin, do to databases. Where there is
 * none, only `create` makes one, and without it the result is undefined.
 */
export function store<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<Result>,
  create: boolean,
): Promise<Result | undefined> {
  const attempt = async (signal: AbortSignal) => {
    // A sandboxed frame has no storage; to ask all the same ends in Chromium as an unhandled rejection, caught or not.
    if (origin === 'null') throw new Error('No storage in a sandboxed frame.');
    if (!create && !connection && !(await indexedDB.databases()).some((database) => database.name === name)) {
      return undefined;
    }
    const database = await (connection ??= connect());
    signal.throwIfAborted();
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    // Over quota, requests succeed and then the transaction fails: only its `complete` means kept.
    const [result] = await Promise.all([work(transaction.objectStore(name)), promisifyRequest(transaction)]);
    return result;
  };
  const drop = (error: unknown): never => {
    connection = undefined;
    throw error;
  };
  return within(patience, (signal) =>
    // Most "connection lost" errors in the wild come from keeping a dead connection.
    attempt(signal)
      .catch(drop)
      .catch(() => attempt(signal)),
  ).catch(drop);
}
