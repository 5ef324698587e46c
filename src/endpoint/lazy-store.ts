import { Problem } from './problem.js';
import { openStore, type Store } from './store.js';

/** A store that opens at its first use, and again after a failure: the database may be back. */
export class LazyStore {
  readonly #database: string;
  #opening: Promise<Store> | undefined;

  constructor(database: string) {
    this.#database = database;
  }

  open(): Promise<Store> {
    this.#opening ??= openStore(this.#database).catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  /** Does what needs the database; where that is out of reach, the client is asked to come again. */
  async use<T>(work: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await work(await this.open());
    } catch (cause) {
      const detail = 'The votes cannot be reached right now. Please try again.';
      throw new Problem(503, detail, { cause, headers: { 'Retry-After': '5' } });
    }
  }

  async close(): Promise<void> {
    const store = await this.#opening?.catch(() => undefined);
    await store?.close();
  }
}
