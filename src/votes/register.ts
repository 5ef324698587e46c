import { page } from '../shared/page.js';
import { move } from './move.js';
import { oneAfterTheOther } from './one-after-the-other.js';
import { isVote, type VoteRecord } from './record.js';
import { lay, memoryShelf, type Shelf } from './shelf.js';
import { close, deletionListeners, store } from './store.js';

/** A cast answers within two seconds, so a database that is silent for longer than this counts as broken, … */
const patience = 1800;

/** … and is left alone so long, or until the reader comes back to the page. */
const storagePause = 30_000;

/** What waited so long for others still gets so much. */
const leastPatience = 200;

/** Where votes lie: in the browser's database, and in this page's memory while that cannot be had. */
export interface Register {
  /** All that this page has heard of, wherever it lies: what goes on when the database does not. */
  known: Shelf;
  /**
   * Does the work in one transaction with all else that is asked for meanwhile, and concludes before anything else is
   * done. Only where it `creates` something a database is made for it.
   */
  transact: <Result>(
    work: (shelf: Shelf) => Promise<Result>,
    conclude?: (result: Result) => void,
    creates?: boolean,
  ) => Promise<Result>;
  /** Tries the database again, though it was to be left alone. */
  resume: () => void;
  /** Deletes everything, and what this page knows of it, which `drop` forgets. */
  forget: (drop: () => void) => Promise<void>;
}

interface Entry {
  work: (shelf: Shelf) => Promise<unknown>;
  conclude?: ((result: never) => void) | undefined;
  creates?: boolean | undefined;
  asked: number;
  result?: unknown;
}

const stay = (event: Event): void => event.preventDefault();

/**
 * @param report tells of votes that moved from memory into the database
 * @param wake asks to look after the votes again
 * @param back tells that the database, which was away, can be read again
 */
export function openRegister(
  report: (votes: VoteRecord[]) => void,
  wake: () => unknown,
  back: () => unknown,
): Register {
  const memory = new Map<string, object>();
  const known = memoryShelf(memory);
  let entries: Entry[] = [];
  let pausedUntil = 0;
  /** Whether the database was there the last time; undefined, if there is none to be had. */
  let isStored: boolean | undefined;

  const votes = () => [...memory.values()].filter(isVote);

  /** What only this page has; looked for only if there may be any, as there may be thousands that others have too. */
  const unstored = () => (isStored ? [] : votes().filter(({ durable }) => !durable));

  const commit = oneAfterTheOther(async () => {
    const todo = entries;
    const now = performance.now();
    const deadline = (todo[0]?.asked ?? now) + patience;
    const creates = unstored()[0] ?? todo.some((entry) => entry.creates);
    entries = [];
    let moved: VoteRecord[] = [];
    let isGivenUp = false;
    const run = async (shelf: Shelf) => {
      // What waited in memory goes where it is safe, as soon as that can be had.
      moved = shelf.durable && !isStored ? await move(unstored, known, shelf) : [];
      for (const entry of todo) {
        // A database that was silent may go on later; what is done twice must not undo what came in between.
        if (isGivenUp && shelf.durable) throw new Error();
        entry.result = await entry.work(shelf);
      }
      // What was forgotten just now does not come back.
      if (moved[0] && !votes()[0]) moved = [];
      return true;
    };
    let succeeded: boolean | undefined = false;
    if (page.configuration.storage !== 'memory' && now >= pausedUntil)
      try {
        succeeded = await store(Math.max(leastPatience, deadline - now), !!creates, run);
      } catch {
        close();
        isGivenUp = true;
        pausedUntil = now + storagePause;
        setTimeout(wake, storagePause);
      }
    const isBack = isStored === false && succeeded;
    isStored = succeeded;
    if (!isStored) await run(known);
    report(moved);
    if (isBack) back();
    for (const { conclude, result } of todo) conclude?.(result as never);
    // Leaving would lose what only this page has.
    const loses = unstored().some(({ state }) => state === 'pending');
    (loses ? addEventListener : removeEventListener)('beforeunload', stay);
  });

  const transact: Register['transact'] = async (work, conclude, creates) => {
    const entry: Entry = { work, conclude, creates, asked: performance.now() };
    entries.push(entry);
    await commit();
    return entry.result as never;
  };

  const resume = () => {
    pausedUntil = 0;
    wake();
  };

  const forget = async (drop: () => void) => {
    const clear = async (shelf: Shelf) => {
      drop();
      await shelf.clear();
      return shelf.durable;
    };
    // What was asked for before, in the same transaction, goes too, and nothing comes of it.
    for (const entry of entries) entry.conclude = undefined;
    // Also what an earlier page kept, if this one keeps nothing.
    if (!(await transact(clear))) await store(patience, false, (shelf) => Promise.resolve(shelf.clear()));
  };

  /** When another deletes the database, what waits is kept anew. */
  deletionListeners.add(async () => {
    // What is being kept just now goes with it, too.
    await commit();
    isStored = undefined;
    for (const vote of votes()) if (vote.state === 'pending') lay(known, vote, { ...vote, durable: false });
    wake();
  });

  return { known, transact, resume, forget };
}
