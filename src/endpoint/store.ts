import type { Kysely } from 'kysely';
import { openDatabase } from './database.js';
import { isMigrated, migrate } from './migrations.js';
import { recordVote, type CheckedVote } from './record-vote.js';
import type { Schema } from './schema.js';
import { StartError } from './start-error.js';
import { tallyOf } from './tally.js';
import { allTallies, erase, recount, votesOf, type KeptVote } from './upkeep.js';
import type { Tally } from './wire.js';

/** Serialization failure and deadlock: the database asks for the transaction once more. */
const tryAgain = new Set<unknown>(['40001', '40P01']);
const attempts = 5;

/** Votes and tallies in a database. */
export class Store {
  readonly #database: Kysely<Schema>;
  readonly #slots: number;

  constructor(database: Kysely<Schema>, slots: number) {
    this.#database = database;
    this.#slots = slots;
  }

  /** Keeps a vote and moves its article's tally, both or neither; see {@link recordVote}. */
  async record(vote: CheckedVote, now: number): Promise<number> {
    const slot = Math.floor(Math.random() * this.#slots);
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#database.transaction().execute((transaction) => recordVote(transaction, vote, slot, now));
      } catch (error) {
        if (attempt === attempts || !tryAgain.has((error as { code?: unknown }).code)) throw error;
      }
    }
  }

  /** The tallies of these articles, in the order asked; one that nobody voted on has zeros. */
  async tallies(articles: string[]): Promise<Tally[]> {
    const counts = await this.#database
      .selectFrom('sao_tally')
      .select(({ fn }) => ['article', 'max', 'score', fn.sum<number>('votes').as('votes')])
      .where('article', 'in', articles)
      .groupBy(['article', 'max', 'score'])
      .execute();
    return articles.map((asked) =>
      tallyOf(
        asked,
        counts.filter(({ article }) => article === asked),
      ),
    );
  }

  /** See {@link recount}. */
  recount = (): Promise<string[]> => recount(this.#database);
  /** See {@link votesOf}. */
  votesOf = (voter: string): Promise<KeptVote[]> => votesOf(this.#database, voter);
  /** See {@link erase}. */
  erase = (voter: string): Promise<number> => erase(this.#database, voter);
  /** See {@link allTallies}. */
  allTallies = (): AsyncGenerator<Tally> => allTallies(this.#database);

  /** Throws where the database does not answer. */
  async check(): Promise<void> {
    await this.#database.selectFrom('sao_vote').select('id').limit(1).execute();
  }

  close(): Promise<void> {
    return this.#database.destroy();
  }
}

/** Opens the database, makes or updates its tables, and checks that this program understands it. */
export async function openStore(path: string): Promise<Store> {
  const { database, slots, alone } = await openDatabase(path);
  try {
    if (!(await isMigrated(database))) await alone(migrate);
  } catch (error) {
    await database.destroy();
    if (error instanceof StartError) throw error;
    // Node gives refused connections no message, only a code.
    const { message, code = 'no reason given' } = error as NodeJS.ErrnoException;
    throw new StartError(`The database cannot be used: ${message || code}`, { cause: error });
  }
  return new Store(database, slots);
}
