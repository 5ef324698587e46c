import { page } from '../shared/page.js';
import { warnOnce } from '../shared/warn.js';
import { askForBackgroundSync } from './background-sync.js';
import { claim, type Turn } from './claim.js';
import { deliver, type Means } from './deliver.js';
import { keep } from './keep.js';
import { oneAfterTheOther } from './one-after-the-other.js';
import { prune } from './prune.js';
import { randomId } from './random-id.js';
import { isVote, type VoteRecord } from './record.js';
import { meansOf, resolve, routeOf } from './routes.js';
import { settle } from './settle.js';
import { deskKey, deskOn, find, lay, memoryShelf, type Shelf } from './shelf.js';
import { close, deletionListeners, store } from './store.js';
import type { Ballot, KnownVote, OwnVote, Route, Tally, Vote, VoteChange } from './vote.js';

/** A cast answers within two seconds, so a database that is silent for longer than this counts as broken, … */
const patience = 1800;

/** … and is left alone so long, or until the reader comes back to the page. */
const storagePause = 30_000;

/** Votes cast one after the other are kept one after the other, before the first is sent. */
const breath = 10;

/** Other tabs leave that to the one that cast. */
const courtesy = 300;

/** Timers cannot count far. */
const longestSleep = 36e5;

/** Of the votes that came to their end, so many are remembered. */
const remembered = 500;

/**
 * The outbox: keeps the reader's votes until their endpoint has them.
 * @fires change - `VoteChange`: a reader's vote on an article changed, here or in another tab
 * @fires blocked - an endpoint cannot be reached from this page
 */
export interface Votes extends EventTarget {
  /** Keeps the vote, durably if that can be had, and sends it. */
  cast: (ballot: Ballot) => Promise<Vote>;
  /** The reader's own vote on the article, the latest at any endpoint, or null. */
  own: (article: string) => Promise<KnownVote | null>;
  /** The reader's votes that wait. */
  pending: () => Promise<KnownVote[]>;
  /** Tries to send at once, whatever the back-off; a `Retry-After` is kept. */
  flush: () => Promise<void>;
  /** Deletes everything that is stored, here and in other tabs. */
  forget: () => Promise<void>;
  /** An element tells how votes on its article travel, while it is on the page. */
  route: (route: Route) => () => void;
  /** The reader's own vote on the article with all that an element shows of it; without an endpoint the latest at any. */
  recall: (article: string, endpoint?: string) => Promise<OwnVote | null>;
}

/** A vote without what is the outbox's own business. */
const told = ({ id, article, score, max, state }: OwnVote): KnownVote => ({ id, article, score, max, state });

const stay = (event: Event): void => event.preventDefault();

/** Opens an outbox, which sends what an earlier visit kept. */
export function openOutbox(): Votes {
  const by = String(Math.random());
  const routes: Route[] = [];
  const memory = new Map<string, object>();
  /** All that this page has heard of, wherever it lies: what goes on when the database does not. */
  const known = memoryShelf(memory);
  const underWay = new Map<VoteRecord, Promise<void>>();
  const outbox = new EventTarget();
  let channel: BroadcastChannel | undefined;
  let works: ((shelf: Shelf) => unknown)[] = [];
  let asked = 0;
  let isCasting = false;
  let urgency = 0;
  let endings = 0;
  let pruned: Promise<void> | undefined;
  let pausedUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const votesIn = () => [...memory.values()].filter(isVote);

  /** What only this page has. */
  const unstored = () => votesIn().filter(({ durable }) => !durable);

  const dispatch = (type: string, detail: unknown) => outbox.dispatchEvent(new CustomEvent(type, { detail }));

  const say = ({ article, endpoint, tally }: Route & { tally?: Tally | undefined }, vote: VoteRecord | null) => {
    const { voter: reader = '' } = page.configuration;
    lay(known, vote ?? { article, endpoint, reader }, vote);
    dispatch('change', { article, endpoint, vote, tally } satisfies VoteChange);
  };

  /** When another deletes the database, what waits is kept anew. */
  const rescue = async () => {
    // What is being kept just now goes with it, too.
    await commit();
    for (const vote of votesIn()) if (vote.state === 'pending') lay(known, vote, { ...vote, durable: false });
    pass();
  };

  /** Forgets what this page knows. */
  const drop = () => {
    memory.clear();
    underWay.clear();
  };

  /** Tells this page, and gives the other tabs a hint. */
  const report = (votes: VoteRecord[]) => {
    for (const vote of votes) say(vote, vote);
    if (votes[0]) channel?.postMessage(votes);
  };

  /** Something changed, here or in another tab. */
  const hear = (places: Route[]) => {
    for (const place of places) void recall(place.article, place.endpoint).then((vote) => say(place, vote));
    setTimeout(pass, courtesy);
  };

  const send = async (record: VoteRecord, means: Means) => {
    const outcome = await deliver(record, means);
    // What was forgotten meanwhile does not come back.
    if (!underWay.delete(record)) return;
    if (!outcome && record.attempts && navigator.onLine) {
      const said = warnOnce(`${record.endpoint} cannot be reached. Check CORS and connect-src (CSP).`);
      if (said) dispatch('blocked', record.endpoint);
    }
    // If this fails, the lease ends, and what was not written down is sent again, which counts once.
    urgency ||= 1;
    const ended = await transact((shelf) => settle(shelf, record, outcome));
    report(ended);
    endings += ended.length;
    // Old votes are pruned once, by a page that has seen a vote end.
    pruned ??= ended[0] && transact((shelf) => prune(shelf, remembered));
  };

  /**
   * Does all that was asked for at once in one transaction, on the durable shelf where there is one, else on that in
   * memory, and claims what is to be sent next.
   */
  const commit = oneAfterTheOther(async () => {
    const [todo, urgent, casts, moving] = [works, urgency, isCasting, unstored()];
    const now = performance.now();
    const deadline = (asked || now) + patience;
    works = [];
    asked = urgency = 0;
    isCasting = false;
    const sending = [...underWay.keys()];
    let moved: VoteRecord[] = [];
    let results: unknown[] = [];
    let turn: Turn | undefined;
    const run = async (shelf: Shelf) => {
      moved = [];
      results = [];
      // What waited in memory goes where it is safe, as soon as that can be had.
      const { endpoints } = await deskOn(known);
      if (shelf.durable) for (const vote of moving) moved.push(await keep(shelf, vote, endpoints[vote.endpoint]));
      for (const work of todo) results.push(await work(shelf));
      if (urgent) {
        const { maxAge } = page.configuration;
        const force = urgent > 1;
        turn = await claim(shelf, sending, { by, force, maxAge, meansOf: (record) => meansOf(routes, record, by) });
        // When the database goes away the reader stays the same voter, and an endpoint's Retry-After holds.
        memory.set(deskKey, await deskOn(shelf));
      }
      return true;
    };
    let isStored;
    // A sandboxed frame has no storage; to ask all the same ends in Chromium as an unhandled rejection, caught or not.
    if (page.configuration.storage !== 'memory' && origin !== 'null' && now >= pausedUntil)
      try {
        isStored = await store(deadline - now, casts || !!moving[0], run);
      } catch {
        close();
        pausedUntil = now + storagePause;
        setTimeout(pass, storagePause);
      }
    if (isStored) for (const vote of moving) lay(known, vote);
    else await run(known);
    report(moved);
    // Leaving would lose what only this page has.
    const loses = unstored().some(({ state }) => state === 'pending');
    (loses ? addEventListener : removeEventListener)('beforeunload', stay);
    if (turn) {
      for (const [record, means] of turn.batch) underWay.set(record, send(record, means));
      report(turn.expired);
      passIn(Math.min(turn.wakeAt - Date.now(), longestSleep));
    }
    return results;
  });

  const transact = async <Result>(work: (shelf: Shelf) => Promise<Result>): Promise<Result> => {
    const length = works.push(work);
    asked ||= performance.now();
    return (await commit())[length - 1] as Result;
  };

  const pass = () => {
    urgency ||= 1;
    void commit();
  };

  /** In place of whatever pass was to come: it says itself when the next one is due. */
  const passIn = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(pass, delay);
  };

  const retry = () => {
    pausedUntil = 0;
    pass();
  };

  const cast = async ({ article, score, max, endpoint: named, token }: Ballot) => {
    const { protocol, credentials, maxAge, headers, transport, voter: reader = '' } = page.configuration;
    const endpoint = resolve(named);
    const isScore = score > 0 && score <= max && max <= 10 && [score, max].every(Number.isInteger);
    if (!/^[^\p{Cc}\p{Cs}]{1,500}$/u.test(article) || !isScore || !endpoint)
      throw new TypeError('cast(): wrong article, score, max or endpoint.');
    const route = routeOf(routes, article, endpoint);
    isCasting = true;
    const vote = await transact((shelf) =>
      keep(shelf, {
        ...{
          version: 1,
          id: randomId(),
          article,
          score,
          max,
          endpoint,
          token,
          reader,
          state: 'pending',
          since: Date.now(),
        },
        ...{ protocol: route?.protocol ?? protocol, credentials, maxAge, page: by },
        ...{ pageOnly: !!(headers ?? transport), named: !!named && !route },
      }),
    );
    report([vote]);
    passIn(breath);
    if (vote.durable) askForBackgroundSync();
    return vote;
  };

  const recall = (article: string, endpoint?: string) => {
    const { voter: reader = '' } = page.configuration;
    return transact(async (shelf) => {
      let latest: VoteRecord | null = null;
      for (const at of endpoint ? [endpoint] : Object.keys((await deskOn(shelf)).endpoints)) {
        const vote = await find(shelf, { endpoint: at, article, reader });
        if (vote && !(latest && latest.castAt > vote.castAt)) latest = vote;
      }
      return latest;
    });
  };

  const own = async (article: string) => {
    const vote = await recall(article);
    return vote && told(vote);
  };

  const pending = () => {
    const { voter: reader = '' } = page.configuration;
    return transact(async (shelf) => {
      const waiting: KnownVote[] = [];
      for await (const [, vote] of shelf.each(['pending']))
        if (isVote(vote) && vote.reader === reader) waiting.push(told(vote));
      return waiting;
    });
  };

  const flush = async () => {
    let before;
    // What the endpoint has taken shows that it answers: the rest is tried too, whatever its own back-off.
    do {
      before = endings;
      urgency = 2;
      await commit();
      while (underWay.size) await Promise.all(underWay.values());
    } while (endings > before);
  };

  const forget = async () => {
    const clear = async (shelf: Shelf) => {
      drop();
      await shelf.clear();
      return shelf.durable;
    };
    try {
      // Also what an earlier page kept, if this one keeps nothing.
      if (!(await transact(clear))) await store(patience, false, (shelf) => Promise.resolve(shelf.clear()));
    } finally {
      channel?.postMessage(null);
      hear(routes);
    }
  };

  const route = (added: Route) => {
    routes.push(added);
    return () => void routes.splice(routes.indexOf(added), 1);
  };

  const listen = () => {
    try {
      channel = new BroadcastChannel('sao-widgets');
      channel.onmessage = ({ data }) => {
        // Nothing said means that all was forgotten.
        if (!data) drop();
        hear((data ?? routes) as Route[]);
      };
    } catch {
      // Not allowed where storage is not: the other tabs have nothing to hear of then.
    }
  };

  // On a server there is nothing to listen to, and nothing to send.
  if ('addEventListener' in globalThis) {
    listen();
    deletionListeners.add(rescue);
    page.listeners.add(retry);
    // Not when it is hidden: frozen in the middle of a transaction, it would keep the database from all.
    addEventListener('visibilitychange', () => document.hidden || retry());
    // A page that is kept for the way back would keep the database from others, and be given up for what it hears.
    addEventListener('pagehide', () => {
      close();
      channel?.close();
      // A closed one throws at whoever still casts, or has an answer, while the page is left.
      channel = undefined;
    });
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      listen();
      hear(routes);
    });
    addEventListener('online', () => setTimeout(() => void flush(), Math.random() * 2000));
    retry();
  }
  return Object.assign(outbox, { cast, own, pending, flush, forget, route, recall });
}
