import { page } from '../shared/page.js';
import { warnOnce } from '../shared/warn.js';
import { wallClock } from '../shared/wall-clock.js';
import { claim } from './claim.js';
import { deliver, type Means } from './deliver.js';
import { prune } from './prune.js';
import type { VoteRecord } from './record.js';
import type { Register } from './register.js';
import { settle } from './settle.js';
import { deskKey, deskOn, type Shelf } from './shelf.js';

/** Timers cannot count far. */
const longestSleep = 36e5;

/** Of the votes that came to their end, so many are remembered. */
const remembered = 500;

/** What brings votes to their endpoints. */
export interface Drain {
  /** Looks at once what is to be sent. */
  pass: () => unknown;
  /** In place of whatever pass was to come: it says itself when the next one is due. */
  passIn: (delay: number) => void;
  /** Sends what can be sent, whatever the back-off, and resolves when nothing is under way. */
  flush: () => Promise<void>;
  /** What is under way comes to nothing here. */
  drop: () => void;
}

/**
 * @param known where this page remembers what it heard of
 * @param by names the page
 * @param meansOf how this page sends a vote, if it can
 * @param report tells of votes that came to their end
 * @param dispatch tells the page, of an endpoint that cannot be reached
 */
export function openDrain(
  transact: Register['transact'],
  known: Shelf,
  by: string,
  meansOf: (record: VoteRecord) => Means | undefined,
  report: (votes: VoteRecord[]) => void,
  dispatch: (type: string, detail: unknown) => unknown,
): Drain {
  const underWay = new Map<VoteRecord, Promise<void>>();
  let isForced = false;
  let endings = 0;
  let next: Promise<unknown> | undefined;
  let pruned: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = async (record: VoteRecord, means: Means) => {
    const outcome = await deliver(record, means, () => underWay.has(record));
    // What was forgotten meanwhile does not come back.
    if (!underWay.has(record)) return;
    if (!outcome && record.attempts && navigator.onLine) {
      const said = warnOnce(`${record.endpoint} cannot be reached. Check CORS and connect-src (CSP).`);
      if (said) dispatch('blocked', record.endpoint);
    }
    // If this fails, the lease ends, and what was not written down is sent again, which counts once.
    const settled = transact((shelf) => {
      // Not before: what looks for votes to send just now would send it again.
      underWay.delete(record);
      return settle(shelf, record, outcome);
    }, report);
    pass();
    const [ended] = await settled;
    if (!ended) return;
    endings++;
    // Old votes are pruned once, by a page that has seen a vote end.
    pruned ??= transact((shelf) => prune(shelf, remembered));
  };

  const pass = (): unknown => {
    let force = false;
    return (next ??= transact(
      async (shelf: Shelf) => {
        next = undefined;
        force ||= isForced;
        isForced = false;
        const { maxAge } = page.configuration;
        const turn = await claim(shelf, [...underWay.keys()], { by, force, maxAge, meansOf });
        // When the database goes away the reader stays the same voter, and an endpoint's Retry-After holds.
        known.set(deskKey, await deskOn(shelf));
        return turn;
      },
      ({ batch, expired, wakeAt }) => {
        for (const [record, means] of batch) underWay.set(record, send(record, means));
        report(expired);
        passIn(Math.min(wakeAt - wallClock(), longestSleep));
      },
    ));
  };

  const passIn = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(pass, delay);
  };

  const flush = async () => {
    // What is under way already may fail for a reason that is gone by now.
    let isJoined = underWay.size > 0;
    let again;
    do {
      const before = endings;
      isForced = true;
      await pass();
      while (underWay.size) await Promise.all(underWay.values());
      // What the endpoint has taken shows that it answers: the rest is tried too, whatever its own back-off.
      again = isJoined || endings > before;
      isJoined = false;
    } while (again);
  };

  return { pass, passIn, flush, drop: () => underWay.clear() };
}
