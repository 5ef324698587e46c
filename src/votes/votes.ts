import { page } from '../shared/page.js';
import { warnOnce } from '../shared/warn.js';
import { askForBackgroundSync } from './background-sync.js';
import { advance } from './claim.js';
import { deliver } from './deliver.js';
import { keep, randomId } from './keep.js';
import { oneAfterTheOther } from './one-after-the-other.js';
import { prune } from './prune.js';
import { isVote, recordVersion, type VoteRecord } from './record.js';
import { meansOf, resolve, routeOf } from './routes.js';
import type { Answer } from './settle.js';
import { deskOn, find, memoryShelf, type Shelf } from './shelf.js';
import { close, store } from './store.js';
import type { Ballot, OwnVote, Route, Tally, Vote, VoteChange } from './vote.js';

/** A database that does not answer is left alone so long, or until the reader comes back to the page. */
const storagePause = 30_000;

/** Votes cast one after the other are kept one after the other, before the first is sent. */
const breath = 10;

/** Other tabs leave that to the one that cast. */
const patience = 300;

/** Of the votes that came to their end, so many are remembered. */
const remembered = 500;

const stay = (event: Event): void => event.preventDefault();

/**
 * The outbox: keeps the reader's votes until their endpoint has them.
 * @fires change - `VoteChange`: a reader's vote on an article changed, here or in another tab
 * @fires blocked - an endpoint cannot be reached from this page
 */
export class Votes extends EventTarget {
  readonly #by = randomId();
  readonly #routes = new Set<Route>();
  readonly #memory = new Map<string, object>();
  readonly #underWay = new Map<VoteRecord, Promise<unknown>>();
  #answers: Answer[] = [];
  #channel: BroadcastChannel | undefined;
  #isPruned = false;
  /** When this page last cast; before that, nothing makes a database. */
  #last = 0;
  #pausedUntil = 0;
  #works: ((shelf: Shelf) => Promise<unknown>)[] = [];
  #isForced = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wakeAt = Infinity;

  /** Listens, and sends what an earlier visit kept; on a server there is nothing to do. */
  constructor() {
    super();
    if (typeof indexedDB === 'undefined') return;
    try {
      this.#channel = new BroadcastChannel('sao-widgets');
      this.#channel.onmessage = ({ data }) => this.#hear(data as VoteRecord[] | null);
    } catch {
      // Not allowed where storage is not: the other tabs have nothing to hear of then.
    }
    const wake = () => {
      this.#pausedUntil = 0;
      this.#wake(breath);
    };
    page.listeners.add(wake);
    addEventListener('visibilitychange', wake);
    // A page that is kept for the way back would keep the database from others.
    addEventListener('pagehide', close);
    addEventListener('pageshow', ({ persisted }) => {
      wake();
      if (persisted) void this.#tell([...this.#routes], false);
    });
    addEventListener('online', () => setTimeout(() => void this.flush(), Math.random() * 2000));
    wake();
  }

  /** Keeps the vote, durably if that can be had, and sends it. */
  async cast({ article, score, max, endpoint: named, token }: Ballot): Promise<Vote> {
    const { protocol, credentials, maxAge, headers, transport, voter: reader = '' } = page.configuration;
    const endpoint = resolve(named);
    const isScore = score > 0 && score <= max && max <= 10 && [score, max].every(Number.isInteger);
    if (!/^\P{Cc}+$/u.test(article) || article.length > 500 || !isScore || !endpoint)
      throw new TypeError(
        'votes.cast(): needs an endpoint, an article (1 to 500 characters), a score (1 to max), a max (1 to 10).',
      );
    const route = routeOf(this.#routes, article, endpoint);
    if (!route && token !== undefined) this.#routes.add({ article, endpoint, token });
    // It only grows, also where the vote before lies on another shelf.
    const since = (this.#last = Math.max(Date.now(), this.#last + 1));
    const draft: VoteRecord = {
      version: recordVersion,
      ...{ id: randomId(), article, score, max, endpoint, token, reader, voter: '', castAt: '' },
      ...{ state: 'pending', confirmed: null, durable: false, since, due: 0, attempts: 0 },
      ...{ protocol: route?.protocol ?? protocol, credentials, maxAge, pageOnly: !!(headers ?? transport) },
      named: !!named && !route,
    };
    const vote = await this.#transact((shelf) => keep(shelf, draft));
    this.#last = Date.parse(vote.castAt);
    this.#report([vote]);
    this.#wake(breath);
    if (vote.durable) void askForBackgroundSync();
    return vote;
  }

  /** The reader's own vote on the article, or null; without an endpoint the latest at any. */
  async own(article: string, endpoint?: string): Promise<OwnVote | null> {
    const { voter: reader = '' } = page.configuration;
    const asked = endpoint && resolve(endpoint);
    const votes = await this.#transact(async (shelf) => {
      const endpoints = asked ? [asked] : Object.keys((await deskOn(shelf)).endpoints);
      return Promise.all(endpoints.map((at) => find(shelf, { endpoint: at, article, reader })));
    });
    const [latest] = votes.filter(isVote).sort((one, other) => (one.castAt < other.castAt ? 1 : -1));
    return latest ?? null;
  }

  /** The votes that wait. */
  pending(): Promise<OwnVote[]> {
    return this.#transact(async (shelf) => {
      const waiting: OwnVote[] = [];
      for (const endpoint of Object.keys((await deskOn(shelf)).endpoints)) {
        for await (const [, vote] of shelf.each(['pending', endpoint])) if (isVote(vote)) waiting.push(vote);
      }
      return waiting;
    });
  }

  /** Tries to send at once, whatever the back-off; a `Retry-After` is kept. */
  async flush(): Promise<void> {
    this.#isForced = true;
    await this.#pass();
    while (this.#underWay.size) await Promise.all(this.#underWay.values());
  }

  /** Deletes everything that is stored, here and in other tabs. */
  async forget(): Promise<void> {
    // What was cast before is kept before, and forgotten too.
    await this.#commit();
    await store((shelf) => Promise.resolve(shelf.clear()), false);
    this.#channel?.postMessage(null);
    await this.#hear(null);
  }

  /** An element tells how votes on its article travel, while it is on the page. */
  route(route: Route): () => void {
    this.#routes.add(route);
    this.#wake(breath);
    return () => this.#routes.delete(route);
  }

  /** Works on the durable shelf where there is one, else on that in memory; what is asked for at once shares a transaction. */
  async #transact<Result>(work: (shelf: Shelf) => Promise<Result>): Promise<Result> {
    const index = this.#works.push(work) - 1;
    return (await this.#commit())[index] as Result;
  }

  readonly #commit = oneAfterTheOther(async () => {
    const works = this.#works;
    this.#works = [];
    const kept = () => [...this.#memory.values()].filter(isVote);
    const doAll = async (shelf: Shelf, records: VoteRecord[]) => {
      const moved = [];
      const results = [];
      for (const record of records) moved.push(await keep(shelf, record));
      for (const work of works) results.push(await work(shelf));
      return { moved, results };
    };
    let done;
    if (page.configuration.storage !== 'memory' && Date.now() >= this.#pausedUntil) {
      try {
        // What waited in memory goes where it is safe, as soon as that can be had.
        done = await store((shelf) => doAll(shelf, kept()), this.#last > 0);
        if (done) this.#memory.clear();
      } catch {
        close();
        this.#pausedUntil = Date.now() + storagePause;
        this.#wake(storagePause);
      }
    }
    const { moved, results } = done ?? (await doAll(memoryShelf(this.#memory), []));
    // Leaving would lose what only this page has.
    const waits = kept().some(({ state }) => state === 'pending');
    (waits ? addEventListener : removeEventListener)('beforeunload', stay);
    this.#report(moved);
    return results;
  });

  #wake(delay: number): void {
    const moment = Date.now() + delay;
    if (moment >= this.#wakeAt) return;
    this.#wakeAt = moment;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#wakeAt = Infinity;
      void this.#pass();
    }, delay);
  }

  readonly #pass = oneAfterTheOther(async () => {
    const answers = this.#answers.splice(0);
    const sender = {
      by: this.#by,
      force: this.#isForced,
      underWay: [...this.#underWay.keys()],
      canSend: (record: VoteRecord) => meansOf(this.#routes, record),
    };
    this.#isForced = false;
    // If this fails, the lease ends, and what was not written down is sent again, which counts once.
    // The time is read in the transaction: one read before waiting for it would be older than a lease written meanwhile.
    const turn = await this.#transact((shelf) => advance(shelf, answers, { ...sender, now: Date.now() }));
    if (turn.corrupt) warnOnce('kept votes that cannot be read were set aside.');
    // Old votes are pruned once, by a page that has seen a vote end.
    if (turn.ended.length && !this.#isPruned) {
      this.#isPruned = true;
      void this.#transact((shelf) => prune(shelf, remembered));
    }
    for (const record of turn.batch) this.#underWay.set(record, this.#send(record));
    this.#report(turn.ended);
    if (turn.wakeAt < Infinity) this.#wake(turn.wakeAt - Date.now());
  });

  async #send(record: VoteRecord): Promise<void> {
    const means = meansOf(this.#routes, record);
    const outcome = means ? await deliver(record, means) : {};
    // What was forgotten meanwhile does not come back.
    if (this.#underWay.delete(record)) this.#answers.push({ record, outcome });
    if (outcome.unreachable && record.attempts > 1 && navigator.onLine) {
      const said = warnOnce(`${record.endpoint} cannot be reached; votes wait. Check CORS and connect-src (CSP).`);
      if (said) this.dispatchEvent(new CustomEvent('blocked', { detail: record.endpoint }));
    }
    return this.#pass();
  }

  /** Tells this page, and gives the other tabs a hint. */
  #report(votes: VoteRecord[]): void {
    for (const vote of votes) this.#say(vote, vote, vote.tally);
    if (votes.length) this.#channel?.postMessage(votes);
  }

  /** Reads the votes again and tells this page; with the tally only where it is news. */
  async #tell(places: Route[], isNews: boolean): Promise<void> {
    for (const place of places) {
      const vote = await this.own(place.article, place.endpoint);
      this.#say(place, vote, isNews ? vote?.tally : undefined);
    }
  }

  #say({ article, endpoint }: Route, vote: OwnVote | null, tally: Tally | undefined): void {
    this.dispatchEvent(new CustomEvent<VoteChange>('change', { detail: { article, endpoint, vote, tally } }));
  }

  /** Another tab changed something; nothing said means that all was forgotten. */
  #hear(votes: VoteRecord[] | null): Promise<void> {
    if (!votes) {
      this.#memory.clear();
      this.#underWay.clear();
    }
    this.#wake(patience);
    return this.#tell(votes ?? [...this.#routes], !!votes);
  }
}
