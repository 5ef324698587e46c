import { page } from '../shared/page.js';
import { warnOnce } from '../shared/warn.js';
import { keep, randomId, type Draft } from './cast.js';
import { advance } from './claim.js';
import { deliver, type Means } from './deliver.js';
import { indexedShelf } from './indexed-shelf.js';
import { memoryShelf } from './memory-shelf.js';
import {
  isVote,
  isWaiting,
  keyOf,
  toOwnVote,
  recordVersion,
  type SettledRecord,
  type VoteRecord,
  type WaitingRecord,
} from './record.js';
import type { Answer } from './settle.js';
import type { Shelf, Transact } from './shelf.js';
import { createHealingStore } from './store.js';
import type { Ballot, OwnVote, Route, Tally, Vote, VoteChange } from './vote.js';
import { Alarm } from './wake.js';
import { within } from './within.js';

/** A cast answers within two seconds, whatever the storage does. */
const castLimit = 1800;
const storagePause = 30_000;

/** What tabs tell each other: where to look again. */
interface Hint {
  changes: Pick<VoteChange, 'article' | 'endpoint' | 'tally'>[];
  forget?: boolean;
}

/**
 * The outbox: keeps the reader's votes until their endpoint has them.
 * @fires change - `VoteChange`: a reader's vote on an article changed, here or in another tab
 */
export class Votes extends EventTarget {
  readonly #by = randomId();
  readonly #routes = new Set<Route>();
  readonly #memory = memoryShelf();
  readonly #store = createHealingStore();
  readonly #alarm = new Alarm(() => void this.#pass());
  #channel: BroadcastChannel | undefined;
  #last = 0;
  #force = false;
  #running = Promise.resolve();
  #next: Promise<void> | undefined;

  /** Begins to listen, and to send what waits. */
  start(): void {
    if (this.#channel || typeof document === 'undefined') return;
    this.#channel = new BroadcastChannel('sao-widgets');
    this.#channel.onmessage = ({ data }) => void this.#hear(data as Hint);
    page.listeners.add(() => this.#alarm.set(0));
    addEventListener('online', () => setTimeout(() => void this.flush(), Math.random() * 2000));
    const back = () => {
      this.#store.retry();
      this.#alarm.set(0);
    };
    document.addEventListener('visibilitychange', back);
    addEventListener('pageshow', ({ persisted }) => {
      back();
      if (persisted) void this.#tell([...this.#routes]);
    });
    this.#alarm.set(0);
  }

  /** Keeps the vote, durably if that can be had, and sends it. */
  async cast(ballot: Ballot): Promise<Vote> {
    this.start();
    const draft = this.#draft(ballot);
    let durable = false;
    let record: WaitingRecord | undefined;
    if (page.configuration.storage !== 'memory') {
      try {
        record = await within(castLimit, () => this.#durably('readwrite', (shelf) => keep(shelf, draft, this.#last)));
        durable = true;
      } catch {
        // Kept in memory instead, and told so.
      }
    }
    record ??= await keep(this.#memory, draft, this.#last);
    if (!record) throw new Error('unreachable');
    this.#last = record.castAt;
    this.#alarm.set(0);
    const vote = toOwnVote(record, durable);
    this.#announce([{ record }], durable);
    return vote;
  }

  /** The reader's own vote on the article, or null. */
  async own(article: string, endpoint?: string): Promise<OwnVote | null> {
    this.start();
    return this.#own(article, resolve(endpoint));
  }

  /** The votes that wait. */
  async pending(): Promise<OwnVote[]> {
    const kept = (await this.#durably('readonly', (shelf) => shelf.values('waiting')).catch(() => [])) ?? [];
    const waiting = await this.#memory.values('waiting');
    return [
      ...kept.filter(isWaiting).map((record) => toOwnVote(record, true)),
      ...waiting.filter(isWaiting).map((record) => toOwnVote(record, false)),
    ];
  }

  /** Tries to send at once, whatever the back-off; a `Retry-After` is kept. */
  async flush(): Promise<void> {
    this.start();
    return this.#pass(true);
  }

  /** Deletes everything that is stored, here and in other tabs. */
  async forget(): Promise<void> {
    const changes = await this.#forgotten(this.#memory);
    const stored = await this.#durably('readonly', () => Promise.resolve(true));
    if (stored) changes.push(...((await this.#durably('readwrite', (shelf) => this.#forgotten(shelf))) ?? []));
    this.#channel?.postMessage({ changes, forget: true } satisfies Hint);
    await this.#tell(changes);
  }

  /** An element tells how votes on its article travel, while it is on the page. */
  route(route: Route): () => void {
    this.#routes.add(route);
    this.start();
    this.#alarm.set(0);
    return () => this.#routes.delete(route);
  }

  async #forgotten(shelf: Shelf): Promise<VoteRecord[]> {
    const votes = [...(await shelf.values('waiting')), ...(await shelf.values('settled'))];
    shelf.clear();
    return votes.filter(isVote);
  }

  #draft({ article, score, max, endpoint, token }: Ballot): Draft {
    const { configuration } = page;
    const { protocol, credentials, maxAge, headers, transport, voter = '' } = configuration;
    const problem =
      typeof article !== 'string' || !/^\P{Cc}{1,500}$/u.test(article) || article.length > 500
        ? 'article must be 1 to 500 characters, none of them a control character'
        : !Number.isInteger(max) || max < 1 || max > 10
          ? 'max must be a whole number from 1 to 10'
          : !Number.isInteger(score) || score < 1 || score > max
            ? `score must be a whole number from 1 to ${max}`
            : '';
    if (problem) throw new TypeError(`votes.cast(): ${problem}.`);
    const to = resolve(endpoint);
    const route = this.#route(article, to);
    const how = route?.protocol ?? protocol;
    const now = Date.now();
    return {
      version: recordVersion,
      id: randomId(),
      article,
      endpoint: to,
      reader: voter,
      score,
      max,
      since: now,
      due: now,
      attempts: 0,
      token,
      protocol: how,
      credentials,
      maxAge,
      named: !!endpoint && !route,
      pageOnly: how === 'nukeviet' || !!headers || !!transport,
    };
  }

  #route(article: string, endpoint: string): Route | undefined {
    return [...this.#routes].findLast((route) => route.article === article && route.endpoint === endpoint);
  }

  #means(record: WaitingRecord): Means {
    const { configuration } = page;
    const route = this.#route(record.article, record.endpoint);
    const protocol = route?.protocol ?? configuration.protocol ?? record.protocol ?? 'json';
    return { protocol, token: route?.token ?? (protocol === 'nukeviet' ? undefined : record.token), configuration };
  }

  #canSend(record: WaitingRecord): boolean {
    const known =
      record.named ||
      record.endpoint === resolve() ||
      [...this.#routes].some(({ endpoint }) => endpoint === record.endpoint);
    const { protocol, token, configuration } = this.#means(record);
    return known && (protocol !== 'nukeviet' || !!token || !!configuration.transport);
  }

  readonly #durably: Transact = (mode, work) =>
    this.#store(mode, (store) => work(indexedShelf(store)) as Promise<never>);

  readonly #inMemory: Transact = (_, work) => work(this.#memory);

  async #own(article: string, endpoint: string): Promise<OwnVote | null> {
    const look = async (shelf: Shelf) => {
      const about = { article, endpoint, reader: page.configuration.voter ?? '' } as VoteRecord;
      const found = [await shelf.get(keyOf('waiting', about)), await shelf.get(keyOf('settled', about))];
      return found.find(isVote) as WaitingRecord | SettledRecord | undefined;
    };
    const kept =
      page.configuration.storage === 'memory'
        ? undefined
        : await this.#durably('readonly', look).catch(() => undefined);
    const inMemory = await look(this.#memory);
    if (inMemory && !(kept && kept.castAt >= inMemory.castAt)) return toOwnVote(inMemory, false);
    return kept ? toOwnVote(kept, true) : null;
  }

  #pass(force = false): Promise<void> {
    this.#force ||= force;
    if (!this.#next) {
      this.#next = this.#running.then(() => {
        this.#next = undefined;
        return this.#drainAll();
      });
      this.#running = this.#next;
    }
    return this.#next;
  }

  async #drainAll(): Promise<void> {
    const force = this.#force;
    this.#force = false;
    const wakes = [Infinity];
    const drainShelf = async (transact: Transact, durable: boolean) => {
      try {
        const waiting = (await transact('readonly', (shelf) => shelf.values('waiting'))) ?? [];
        const endpoints = new Set(waiting.filter(isWaiting).map(({ endpoint }) => endpoint));
        await Promise.all(
          [...endpoints].map(async (endpoint) => wakes.push(await this.#drain(transact, durable, endpoint, force))),
        );
      } catch {
        wakes.push(Date.now() + storagePause);
      }
    };
    if (page.configuration.storage !== 'memory') await this.#move();
    await Promise.all([
      page.configuration.storage === 'memory' || drainShelf(this.#durably, true),
      drainShelf(this.#inMemory, false),
    ]);
    this.#alarm.set(Math.min(...wakes));
  }

  /** What waits in memory goes where it is safe, as soon as that can be had. */
  async #move(): Promise<void> {
    for (const record of (await this.#memory.values('waiting')) as WaitingRecord[]) {
      try {
        await this.#durably('readwrite', (shelf) => keep(shelf, record, 0));
        this.#memory.delete(keyOf('waiting', record));
        this.#announce([{ record }], true);
      } catch {
        return;
      }
    }
  }

  /** Sends all that may be sent to one endpoint; resolves with the time to try again. */
  async #drain(transact: Transact, durable: boolean, endpoint: string, force: boolean): Promise<number> {
    let answers: Answer[] = [];
    let first = force;
    for (;;) {
      const sender = {
        by: this.#by,
        now: Date.now(),
        force: first,
        maxAge: page.configuration.maxAge,
        canSend: (record: WaitingRecord) => this.#canSend(record),
      };
      first = false;
      const turn = await transact('readwrite', (shelf) => advance(shelf, endpoint, answers, sender));
      if (!turn) return Infinity;
      if (turn.corrupt) warnOnce('votes that cannot be read were set aside.');
      this.#announce(turn.changes, durable);
      if (!turn.batch.length) return turn.wakeAt;
      answers = await Promise.all(
        turn.batch.map(async (record) => ({ record, outcome: await deliver(record, this.#means(record)) })),
      );
    }
  }

  /** Tells this page, and gives the other tabs a hint. */
  #announce(changes: { record: WaitingRecord | SettledRecord; tally?: Tally | undefined }[], durable: boolean): void {
    for (const { record, tally } of changes) this.#emit(record, toOwnVote(record, durable), tally);
    if (changes.length && durable) {
      this.#channel?.postMessage({
        changes: changes.map(({ record: { article, endpoint }, tally }) => ({ article, endpoint, tally })),
      } satisfies Hint);
    }
  }

  #emit({ article, endpoint }: { article: string; endpoint: string }, vote: OwnVote | null, tally?: Tally): void {
    const detail: VoteChange = { article, endpoint, vote, tally };
    this.dispatchEvent(new CustomEvent('change', { detail }));
  }

  /** Reads the votes again and tells this page. */
  async #tell(changes: Pick<VoteChange, 'article' | 'endpoint' | 'tally'>[]): Promise<void> {
    for (const change of changes) this.#emit(change, await this.#own(change.article, change.endpoint), change.tally);
  }

  async #hear({ changes, forget }: Hint): Promise<void> {
    if (forget) changes.push(...(await this.#forgotten(this.#memory)));
    this.#alarm.set(0);
    await this.#tell(changes);
  }
}

/** The absolute address; the page's own where none is given. */
function resolve(endpoint: string | undefined = page.configuration.endpoint): string {
  if (endpoint) return new URL(endpoint, document.baseURI).href;
  if (page.configuration.transport) return 'transport:';
  throw new TypeError(
    'votes: there is no endpoint. Set data-endpoint on the script, endpoint on the element, or configure().',
  );
}
