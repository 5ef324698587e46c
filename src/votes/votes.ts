import { page } from '../shared/page.js';
import { warnOnce } from '../shared/warn.js';
import { askForBackgroundSync } from './background-sync.js';
import { advance } from './claim.js';
import { deliver } from './deliver.js';
import { keep, randomId } from './keep.js';
import { deskKey, isVote, recordVersion, toOwnVote, type Desk, type VoteRecord } from './record.js';
import { meansOf, resolve, routeOf } from './routes.js';
import type { Answer } from './settle.js';
import { indexedShelf, memoryShelf, type Shelf } from './shelf.js';
import { store } from './store.js';
import type { Ballot, OwnVote, Route, Vote, VoteChange } from './vote.js';

/** A database that does not answer is left alone so long, or until the reader comes back to the page. */
const storagePause = 30_000;

/** Votes cast one after the other are kept one after the other, before the first is sent. */
const breath = 10;

/** Other tabs leave that to the one that cast. */
const patience = 300;

const whole = (value: number, most: number): boolean => Number.isInteger(value) && value > 0 && value <= most;

const stay = (event: Event): void => event.preventDefault();

/**
 * The outbox: keeps the reader's votes until their endpoint has them.
 * @fires change - `VoteChange`: a reader's vote on an article changed, here or in another tab
 * @fires blocked - an endpoint cannot be reached from this page
 */
export class Votes extends EventTarget {
  readonly #by = String(Math.random());
  readonly #routes = new Set<Route>();
  readonly #memory = new Map<string, VoteRecord>();
  readonly #underWay = new Map<VoteRecord, Promise<void>>();
  #answers: Answer[] = [];
  #started = false;
  #channel: BroadcastChannel | undefined;
  /** When this page last cast. */
  #last = 0;
  #pausedUntil = 0;
  #transaction: Promise<unknown> = Promise.resolve();
  #step: Promise<void> | undefined;
  #force = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wakeAt = Infinity;

  /** Begins to listen, and to send what waits. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    if ('BroadcastChannel' in globalThis) {
      this.#channel = new BroadcastChannel('sao-widgets');
      this.#channel.onmessage = ({ data }) => void this.#hear(data as VoteChange[] | null);
    }
    if (typeof document === 'undefined') return;
    const wake = () => {
      this.#pausedUntil = 0;
      this.#wake();
    };
    page.listeners.add(wake);
    document.addEventListener('visibilitychange', wake);
    addEventListener('pageshow', ({ persisted }) => {
      wake();
      if (persisted) void this.#tell([...this.#routes]);
    });
    addEventListener('online', () => setTimeout(() => void this.flush(), Math.random() * 2000));
    wake();
  }

  /** Keeps the vote, durably if that can be had, and sends it. */
  async cast({ article, score, max, endpoint: named, token }: Ballot): Promise<Vote> {
    this.start();
    if (!/^\P{Cc}{1,500}$/u.test(article) || article.length > 500 || !whole(max, 10) || !whole(score, max)) {
      throw new TypeError(
        'votes.cast(): article is 1 to 500 characters, score a whole number from 1 to max, max at most 10.',
      );
    }
    const { protocol, credentials, maxAge, headers, transport, voter: reader = '' } = page.configuration;
    const endpoint = resolve(named);
    const route = routeOf(this.#routes, article, endpoint);
    if (!route && token !== undefined) this.#routes.add({ article, endpoint, token });
    const now = Date.now();
    const record: VoteRecord = {
      version: recordVersion,
      endpoint,
      reader,
      vote: { id: randomId(), article, score, max, voter: '', castAt: '', token },
      due: now,
      since: now,
      attempts: 0,
      confirmed: null,
      named: !!named && !route,
      how: { protocol: route?.protocol ?? protocol, credentials, maxAge, pageOnly: !!headers || !!transport },
    };
    let vote = toOwnVote(record, false);
    const put = async (shelf: Shelf) => {
      await keep(shelf, record, this.#last);
      vote = toOwnVote(record, shelf.durable);
    };
    await this.#transact('readwrite', put, true);
    this.#last = Date.parse(record.vote.castAt);
    this.#report([{ article, endpoint, vote }]);
    this.#wake();
    if (vote.durable) void askForBackgroundSync();
    return vote;
  }

  /** The reader's own vote on the article, or null; without an endpoint the latest at any. */
  async own(article: string, endpoint?: string): Promise<OwnVote | null> {
    this.start();
    const reader = page.configuration.voter ?? '';
    const vote = await this.#transact('readonly', async (shelf) => {
      const desk = (await shelf.get(deskKey)) as Desk | undefined;
      const endpoints = endpoint ? [resolve(endpoint)] : Object.keys(desk?.endpoints ?? {});
      const found = (await Promise.all(endpoints.map((at) => shelf.get([at, article, reader])))) as VoteRecord[];
      const [latest] = found.filter(isVote).sort((one, other) => (one.vote.castAt < other.vote.castAt ? 1 : -1));
      return latest ? toOwnVote(latest, shelf.durable) : null;
    });
    return vote ?? null;
  }

  /** The votes that wait. */
  async pending(): Promise<OwnVote[]> {
    this.start();
    const votes = await this.#transact('readonly', async (shelf) => {
      const desk = (await shelf.get(deskKey)) as Desk | undefined;
      const waiting: OwnVote[] = [];
      for (const endpoint of Object.keys(desk?.endpoints ?? {})) {
        for await (const [, found] of shelf.waiting(endpoint)) {
          if (isVote(found as VoteRecord)) waiting.push(toOwnVote(found as VoteRecord, shelf.durable));
        }
      }
      return waiting;
    });
    return votes ?? [];
  }

  /** Tries to send at once, whatever the back-off; a `Retry-After` is kept. */
  async flush(): Promise<void> {
    this.start();
    this.#force = true;
    await this.#pass();
    while (this.#underWay.size) await Promise.all(this.#underWay.values());
  }

  /** Deletes everything that is stored, here and in other tabs. */
  async forget(): Promise<void> {
    await this.#transaction;
    await store('readwrite', (records) => Promise.resolve(records.clear()), false);
    this.#channel?.postMessage(null);
    await this.#hear(null);
  }

  /** An element tells how votes on its article travel, while it is on the page. */
  route(route: Route): () => void {
    this.#routes.add(route);
    this.start();
    this.#wake();
    return () => this.#routes.delete(route);
  }

  /** Works on the durable shelf where there is one, else on that in memory; one thing after the other. */
  #transact<Result>(
    mode: IDBTransactionMode,
    work: (shelf: Shelf) => Promise<Result>,
    create = false,
  ): Promise<Result | undefined> {
    const result = this.#transaction.then(async () => {
      if (page.configuration.storage !== 'memory' && Date.now() >= this.#pausedUntil) {
        try {
          // What waited in memory goes where it is safe, as soon as that can be had.
          for (const [key, record] of this.#memory) {
            if ('vote' in record) {
              await store('readwrite', (records) => keep(indexedShelf(records), record, 0), true);
              const { vote, endpoint } = record;
              this.#report([{ article: vote.article, endpoint, vote: toOwnVote(record, true) }]);
            }
            this.#memory.delete(key);
          }
          return await store(mode, (records) => work(indexedShelf(records)), create);
        } catch (error) {
          if ((error as Error | null)?.name === 'TimeoutError') this.#pausedUntil = Date.now() + storagePause;
          this.#wake(storagePause);
        }
      }
      return work(memoryShelf(this.#memory));
    });
    this.#transaction = result
      .catch(() => undefined)
      .finally(() => {
        // Leaving would lose what only this page has.
        const waits = [...this.#memory.values()].some((record) => 'vote' in record && !record.state);
        (waits ? addEventListener : removeEventListener)('beforeunload', stay);
      });
    return result;
  }

  #wake(delay = breath): void {
    const moment = Date.now() + delay;
    if (moment >= this.#wakeAt) return;
    this.#wakeAt = moment;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#wakeAt = Infinity;
      void this.#pass();
    }, delay);
  }

  /** Takes one step after the one in progress; asked for several times meanwhile, it is taken once. */
  #pass(): Promise<void> {
    return (this.#step ??= this.#transaction.then(() => this.#advance()));
  }

  async #advance(): Promise<void> {
    const answers = this.#answers;
    const sender = {
      by: this.#by,
      force: this.#force,
      maxAge: page.configuration.maxAge,
      underWay: [...this.#underWay.keys()],
      canSend: (record: VoteRecord) => !!meansOf(this.#routes, record),
    };
    this.#answers = [];
    this.#step = undefined;
    this.#force = false;
    // If this fails, the lease ends, and what was not written down is sent again, which counts once.
    // The time is read in the transaction: one read before waiting for it would be older than a lease written meanwhile.
    const step = (shelf: Shelf) => advance(shelf, answers, { ...sender, now: Date.now() });
    const turn = await this.#transact('readwrite', step).catch(() => undefined);
    if (!turn) return;
    if (turn.corrupt) warnOnce('kept votes that cannot be read were set aside.');
    for (const record of turn.batch) this.#underWay.set(record, this.#send(record));
    this.#report(turn.changes);
    if (turn.wakeAt < Infinity) this.#wake(turn.wakeAt - Date.now());
  }

  async #send(record: VoteRecord): Promise<void> {
    const means = meansOf(this.#routes, record);
    const outcome = means ? await deliver(record, means) : {};
    this.#underWay.delete(record);
    this.#answers.push({ record, outcome });
    if (outcome.unreachable && record.attempts > 1 && navigator.onLine) {
      const message = `${record.endpoint} cannot be reached; votes wait. Check CORS and the Content-Security-Policy (connect-src).`;
      if (!page.said.has(message)) this.dispatchEvent(new CustomEvent('blocked', { detail: record.endpoint }));
      warnOnce(message);
    }
    return this.#pass();
  }

  /** Tells this page, and gives the other tabs a hint. */
  #report(changes: VoteChange[]): void {
    for (const detail of changes) this.dispatchEvent(new CustomEvent('change', { detail }));
    if (changes.length) this.#channel?.postMessage(changes);
  }

  /** Reads the votes again and tells this page. */
  async #tell(places: Pick<VoteChange, 'article' | 'endpoint' | 'tally'>[]): Promise<void> {
    for (const { article, endpoint, tally } of places) {
      const detail: VoteChange = { article, endpoint, vote: await this.own(article, endpoint), tally };
      this.dispatchEvent(new CustomEvent('change', { detail }));
    }
  }

  /** Another tab changed something; nothing said means that all was forgotten. */
  #hear(changes: VoteChange[] | null): Promise<void> {
    if (!changes) this.#memory.clear();
    this.#wake(patience);
    return this.#tell(changes ?? [...this.#routes]);
  }
}
