import type { Key } from './record.js';

/** Where records lie, as seen from inside one transaction: all of its changes happen, or none. */
export interface Shelf {
  get(key: Key): Promise<unknown>;
  put(key: Key, value: object): unknown;
  delete(key: Key): unknown;
  clear(): unknown;
  /** All records of a kind. */
  values(kind: string): Promise<unknown[]>;
  /** The waiting records of an endpoint, by the time they are due. */
  due(endpoint: string): AsyncIterable<[Key, unknown]> | Iterable<[Key, unknown]>;
}

/** Runs work in one transaction and resolves with its result once that is durable. */
export type Transact = <Result>(
  mode: IDBTransactionMode,
  work: (shelf: Shelf) => Promise<Result>,
) => Promise<Result | undefined>;
