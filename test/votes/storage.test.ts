import { expect, oneEvent } from '@open-wc/testing';
import type { configure as configurePage } from '../../src/shared/configuration.js';
import type { VoteChange } from '../../src/votes/vote.js';
import type { Votes } from '../../src/votes/votes.js';
import { waitUntil } from '../wait-until.js';
import { databaseAnswers } from './database-answers.js';
import { ended, endpoint, FakeEndpoint } from './fake-endpoint.js';
import { closeTabs, openTab, type Tab } from './other-tab.js';
import { silenceDatabase as silence } from './silent-database.js';

const ballot = { article: 'a', score: 4, max: 5 };
const databaseExists = async () => (await indexedDB.databases()).some(({ name }) => name === 'sao-widgets');

/** Resolves once every connection has let go, which it may do only after a transaction under way. */
const deleteDatabase = () =>
  new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase('sao-widgets');
    request.onsuccess = () => resolve();
  });

/** The keys of all records, as text. */
const storedKeys = async () => {
  if (!(await databaseExists())) return '';
  const opening = indexedDB.open('sao-widgets');
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const reading = opening.result.transaction('sao-widgets').objectStore('sao-widgets').getAllKeys();
  await new Promise((resolve) => (reading.onsuccess = resolve));
  opening.result.close();
  return JSON.stringify(reading.result);
};

/** Puts something in the place of a method, and undoes it after the test. */
const undo: (() => void)[] = [];
function replace<Owner extends object>(owner: Owner, name: keyof Owner & string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  undo.push(() => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  });
}
/** The browser's own, to be called on whatever object the replacement is called on. */
const methodOf = <Owner, Name extends keyof Owner>(owner: Owner, name: Name): Owner[Name] => owner[name];

const heal = () => {
  while (undo.length) undo.pop()?.();
};

/** Until it is let go, or the test is over. */
const silenceDatabase = async () => {
  const letGo = await silence();
  undo.push(() => void letGo());
  return letGo;
};

/** A cast answers within two seconds. */
const soon = <Result>(promise: Promise<Result>) =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(reject, 2000, new Error('Two seconds passed.'))),
  ]);

describe('votes and their storage', () => {
  let fake: FakeEndpoint;
  let votes: Votes;
  let configure: typeof configurePage;
  /** Whose database breaks; the one of this page does not. */
  let there: Tab['window'];
  before(async function () {
    this.timeout(60_000);
    await databaseAnswers();
  });
  beforeEach(async () => {
    ({ votes, configure, window: there } = await openTab());
    await votes.forget();
    configure({ endpoint });
    fake = new FakeEndpoint();
  });
  afterEach(async () => {
    heal();
    closeTabs();
    fake.remove();
    await deleteDatabase();
  });

  it('reads without leaving a database behind', async () => {
    await deleteDatabase();
    expect(await votes.own('a')).to.equal(null);
    expect(await votes.pending()).to.deep.equal([]);
    await votes.flush();
    await votes.forget();
    expect(await databaseExists()).to.equal(false);
    await votes.cast(ballot);
    // A disk may take longer than a vote waits for it, which then is kept in memory at first.
    await waitUntil(databaseExists, 'there is a database');
  });

  it('does not stand in the way of a deletion, and goes on afterwards', async () => {
    await votes.cast(ballot);
    await ended(votes);
    await deleteDatabase();
    const vote = await votes.cast({ ...ballot, article: 'b' });
    expect(vote.durable).to.equal(true);
    expect(await votes.own('b')).to.include({ id: vote.id });
  });

  it('keeps anew, and sends, what waits when the database is deleted', async () => {
    fake.answer = () => new Response('', { status: 503 });
    const { id } = await votes.cast(ballot);
    await deleteDatabase();
    expect(await votes.own('a')).to.include({ id, state: 'pending' });
    expect(await votes.recall('a')).to.include({ durable: true });
    fake.answer = FakeEndpoint.counts;
    const end = ended(votes);
    await votes.flush();
    expect((await end).vote).to.include({ id, state: 'sent' });
  });

  it('keeps anew what was being kept while the database was deleted', async () => {
    fake.answer = () => new Response('', { status: 503 });
    await votes.cast(ballot);
    const [vote] = await Promise.all([votes.cast({ ...ballot, article: 'b' }), deleteDatabase()]);
    await votes.cast({ ...ballot, article: 'c' });
    const waiting = await votes.pending();
    expect(waiting.map(({ article }) => article)).to.have.members(['a', 'b', 'c']);
    expect(waiting.map(({ id }) => id)).to.include(vote.id);
  });

  it('keeps anew what each reader waits for, when the database is deleted', async () => {
    fake.answer = () => new Response('', { status: 503 });
    const cast: string[] = [];
    for (const voter of ['one', 'two']) {
      configure({ voter });
      cast.push((await votes.cast(ballot)).id);
    }
    // The second time, what had to be kept anew after the first.
    for (const time of ['first', 'second']) {
      await deleteDatabase();
      expect(await votes.pending(), time).to.have.length(1);
    }
    const kept: (string | undefined)[] = [];
    for (const voter of ['one', 'two']) {
      configure({ voter });
      kept.push((await votes.pending())[0]?.id);
    }
    expect(kept).to.deep.equal(cast);
  });

  it('tells that a vote was counted whose database was deleted while it was under way', async () => {
    let answer: (response: Response) => void = () => undefined;
    fake.answer = () => new Promise<Response>((resolve) => (answer = resolve));
    const { id } = await votes.cast(ballot);
    await waitUntil(() => fake.requests.length > 0);
    await deleteDatabase();
    const end = ended(votes);
    answer(new Response('{"sum":4,"count":1}'));
    expect((await end).vote).to.include({ id, state: 'sent' });
  });

  it('keeps nothing anew of what was forgotten before the database was deleted', async () => {
    fake.answer = () => new Response('', { status: 503 });
    await votes.cast(ballot);
    await votes.forget();
    await deleteDatabase();
    expect(await votes.own('a')).to.equal(null);
    expect(await databaseExists()).to.equal(false);
  });

  it('keeps a vote where the browser does not tell which databases there are', async () => {
    replace(there.IDBFactory.prototype, 'databases', () => Promise.reject(new DOMException('', 'UnknownError')));
    expect(await votes.own('a')).to.equal(null);
    expect(await votes.cast(ballot)).to.include({ durable: true });
  });

  it('gives each vote an id also where the browser makes none, as on plain http', async () => {
    replace(there.crypto, 'randomUUID', undefined);
    const ids = [];
    for (const article of ['a', 'b']) ids.push((await votes.cast({ ...ballot, article })).id);
    for (const id of ids) expect(id).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(ids[0]).not.to.equal(ids[1]);
  });

  it('opens a lost connection again', async () => {
    await votes.cast(ballot);
    const transaction = methodOf(there.IDBDatabase.prototype, 'transaction');
    let lost = true;
    replace(
      there.IDBDatabase.prototype,
      'transaction',
      function (this: IDBDatabase, ...rest: Parameters<typeof transaction>) {
        if (lost) {
          lost = false;
          throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
        }
        return transaction.apply(this, rest);
      },
    );
    expect((await votes.cast({ ...ballot, article: 'b' })).durable).to.equal(true);
    expect(lost).to.equal(false);
  });

  it('asks for strict durability, and answers only after the transaction completed', async () => {
    const asked: unknown[] = [];
    const transaction = methodOf(there.IDBDatabase.prototype, 'transaction');
    let completed = 0;
    replace(
      there.IDBDatabase.prototype,
      'transaction',
      function (this: IDBDatabase, ...rest: Parameters<typeof transaction>) {
        const result = transaction.apply(this, rest);
        asked.push(rest[2]?.durability);
        result.addEventListener('complete', () => completed++);
        return result;
      },
    );
    await votes.cast(ballot);
    expect(completed).to.be.greaterThan(0);
    expect(new Set(asked)).to.deep.equal(new Set(['strict']));
  });

  /** What browsers do to databases, and what then is to be expected: memory, within two seconds, and sent all the same. */
  const faults: Record<string, () => void> = {
    'open() throws': () =>
      replace(there.IDBFactory.prototype, 'open', () => {
        throw new DOMException('', 'SecurityError');
      }),
    'open() never answers': () => replace(there.IDBFactory.prototype, 'open', () => new EventTarget()),
    'there is no IndexedDB': () => replace(there, 'indexedDB', undefined),
    'a transaction never settles': () =>
      replace(there.IDBDatabase.prototype, 'transaction', () => ({
        objectStore: () => ({ get: () => ({}), put: () => ({}), index: () => ({ openCursor: () => ({}) }) }),
      })),
    'the disk is full': () => {
      const put = methodOf(there.IDBObjectStore.prototype, 'put');
      // The request succeeds, and then the transaction is aborted.
      replace(there.IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...rest: Parameters<typeof put>) {
        const request = put.apply(this, rest);
        request.addEventListener('success', () => {
          if (!('aborted' in this.transaction)) {
            Object.assign(this.transaction, { aborted: true });
            this.transaction.abort();
          }
        });
        return request;
      });
    },
  };
  for (const [fault, strike] of Object.entries(faults)) {
    it(`keeps the vote in memory when ${fault}, and sends it`, async () => {
      strike();
      // No connection from before is left.
      await deleteDatabase();
      const vote = await soon(votes.cast(ballot));
      expect(vote).to.include({ durable: false, state: 'pending' });
      expect(await votes.own('a')).to.include({ id: vote.id });
      await votes.flush();
      expect(fake.ids).to.include(vote.id);
      expect(await votes.own('a')).to.include({ id: vote.id, state: 'sent' });
      heal();
    });
  }

  const quota = () => new DOMException('', 'QuotaExceededError');
  const ways: Record<string, (records: IDBObjectStore) => void> = {
    'at once': () => {
      throw quota();
    },
    // What was asked for besides hears of an abort only, and the transaction knows why.
    'with the transaction': ({ transaction }) => {
      Object.defineProperty(transaction, 'error', { value: quota() });
      transaction.abort();
    },
  };
  for (const [way, fail] of Object.entries(ways))
    it(`makes room where the disk is full, by forgetting votes that ended, and keeps the vote (told ${way})`, async () => {
      let full = false;
      let tidied = 0;
      const put = methodOf(there.IDBObjectStore.prototype, 'put');
      replace(there.IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...rest: Parameters<typeof put>) {
        if (full) fail(this);
        return put.apply(this, rest);
      });
      const cursor = methodOf(there.IDBObjectStore.prototype, 'openCursor');
      replace(
        there.IDBObjectStore.prototype,
        'openCursor',
        function (this: IDBObjectStore, ...rest: Parameters<typeof cursor>) {
          const [range] = rest;
          if (JSON.stringify((range as IDBKeyRange).lower) === '["ended"]') {
            full = false;
            tidied++;
          }
          return cursor.apply(this, rest);
        },
      );
      await votes.cast(ballot);
      // The tidying after a vote's end looks at the same votes.
      await waitUntil(() => tidied > 0);
      await votes.pending();
      full = true;
      expect((await votes.cast({ ...ballot, article: 'b' })).durable).to.equal(true);
      expect(await votes.own('a')).to.include({ state: 'sent' });
    });

  it('shares one transaction among all that read at once, so that many ratings wait for none', async () => {
    await votes.cast(ballot);
    await ended(votes);
    // A tab that did nothing yet has nothing of its own to do meanwhile, once its first pass is over.
    const { votes: reading, window } = await openTab('', { endpoint });
    await reading.pending();
    const transaction = methodOf(window.IDBDatabase.prototype, 'transaction');
    let begun = 0;
    replace(
      window.IDBDatabase.prototype,
      'transaction',
      function (this: IDBDatabase, ...rest: Parameters<typeof transaction>) {
        begun++;
        return transaction.apply(this, rest);
      },
    );
    const own = await Promise.all(Array.from({ length: 300 }, () => reading.recall('a', endpoint)));
    expect(own.every((vote) => vote?.state === 'sent')).to.equal(true);
    expect(begun).to.equal(1);
  });

  it('lets go of the database when the page is left, and goes on when it comes back', async () => {
    await votes.cast(ballot);
    await ended(votes);
    const closing = methodOf(there.IDBDatabase.prototype, 'close');
    let closed = 0;
    replace(there.IDBDatabase.prototype, 'close', function (this: IDBDatabase) {
      closed++;
      closing.call(this);
    });
    there.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await Promise.resolve();
    expect(closed).to.equal(1);
    there.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(await votes.own('a')).to.include({ state: 'sent' });
  });

  it('keeps what is cast in the moment that the page is left', async () => {
    there.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(await votes.cast(ballot)).to.include({ durable: true });
    there.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });

  it('keeps what is cast in memory while the page reads its state again', async () => {
    configure({ storage: 'memory' });
    fake.answer = () => new Response('', { status: 503 });
    await votes.cast(ballot);
    votes.route({ article: 'a', endpoint });
    there.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    const { id } = await votes.cast({ ...ballot, score: 2 });
    expect(await votes.own('a')).to.include({ id, score: 2 });
  });

  it('does not keep anew what was forgotten while it moved into the database', async () => {
    configure({ storage: 'memory' });
    fake.answer = () => new Response('', { status: 503 });
    await votes.cast(ballot);
    configure({ storage: 'persistent' });
    await votes.forget();
    await votes.cast({ ...ballot, article: 'b' });
    await deleteDatabase();
    expect((await votes.pending()).map(({ article }) => article)).to.deep.equal(['b']);
  });

  it('moves what waits in memory into the database as soon as it can be had', async () => {
    fake.answer = () => new Response('', { status: 503 });
    faults['open() throws']?.();
    await deleteDatabase();
    const { id } = await votes.cast(ballot);
    await votes.flush();
    const { voter } = fake.requests[0]?.vote ?? {};
    heal();
    const moved = oneEvent<CustomEvent<VoteChange>>(votes, 'change');
    there.document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect((await moved).detail.vote).to.include({ id, durable: true, state: 'pending' });
    fake.answer = FakeEndpoint.counts;
    const other = await openTab();
    other.configure({ endpoint });
    await other.votes.flush();
    expect(fake.requests.at(-1)?.vote).to.include({ id, voter });
  });

  it('stores nothing with storage: memory, and moves what waits after consent', async () => {
    configure({ storage: 'memory' });
    fake.answer = () => new Response('', { status: 503 });
    const { id, durable } = await votes.cast({ ...ballot, article: 'in memory' });
    expect(durable).to.equal(false);
    await votes.flush();
    expect(await storedKeys()).to.not.include('in memory');
    const moved = oneEvent<CustomEvent<VoteChange>>(votes, 'change');
    configure({ storage: 'persistent' });
    expect((await moved).detail.vote).to.include({ id, durable: true });
    expect(await storedKeys()).to.include('in memory');
  });

  it('keeps to a Retry-After of before the consent after it', async () => {
    configure({ storage: 'memory' });
    fake.answer = () => new Response('', { status: 503, headers: { 'Retry-After': '3600' } });
    await votes.cast(ballot);
    await votes.flush();
    const moved = oneEvent(votes, 'change');
    configure({ storage: 'persistent' });
    await moved;
    const { length } = fake.requests;
    await votes.flush();
    expect(fake.requests).to.have.length(length);
  });

  it('stays the same voter when the database goes away', async () => {
    await votes.cast(ballot);
    await ended(votes);
    await votes.flush();
    faults['open() throws']?.();
    await deleteDatabase();
    // Another article first: of the same one the page knows who voted.
    expect(await votes.cast({ ...ballot, article: 'b' })).to.include({ durable: false });
    await votes.flush();
    await votes.cast({ ...ballot, score: 1 });
    await votes.flush();
    const [first, other, second] = fake.requests.map(({ vote }) => vote);
    expect(other).to.include({ article: 'b', voter: first?.voter });
    expect(second).to.include({ article: 'a', score: 1, voter: first?.voter });
    expect(second?.castAt.localeCompare(first?.castAt ?? '')).to.equal(1);
  });

  it('takes no vote of another reader for one of the reader who is there, while the database is away', async () => {
    let answer: (response: Response) => void = () => undefined;
    fake.answer = () => new Promise((resolve) => (answer = resolve));
    configure({ voter: 'one' });
    await votes.cast(ballot);
    await waitUntil(() => fake.requests.length);
    configure({ voter: 'two' });
    const end = ended(votes);
    answer(Response.json({}));
    await end;
    faults['open() throws']?.();
    await deleteDatabase();
    expect(await votes.own('a')).to.equal(null);
    configure({ voter: 'one' });
    expect(await votes.own('a')).to.include({ state: 'sent' });
  });

  it('falls back to what the endpoint confirmed, also when the database went away since', async () => {
    await votes.cast(ballot);
    await ended(votes);
    await votes.flush();
    faults['open() throws']?.();
    await deleteDatabase();
    fake.answer = () => new Response('', { status: 403 });
    await votes.cast({ ...ballot, score: 1 });
    expect((await ended(votes)).vote).to.include({ state: 'rejected', confirmed: 4 });
  });

  it('hears that the network is back also where there never was a database', async () => {
    replace(there, 'indexedDB', undefined);
    fake.answer = () => new Response('', { status: 503 });
    // The longest back-offs there are: half a minute after five failures.
    replace(there.Math, 'random', () => 0.99);
    await votes.cast({ ...ballot, article: 'without database' });
    for (let n = 0; n < 5; n++) await votes.flush();
    const { length } = fake.requests;
    fake.answer = FakeEndpoint.counts;
    const sent = ended(votes);
    there.dispatchEvent(new Event('online'));
    expect((await sent).vote).to.include({ article: 'without database', state: 'sent' });
    expect(fake.requests.length).to.be.greaterThan(length);
  });

  it('forgets what is in memory also when the database does not obey', async () => {
    configure({ storage: 'memory' });
    fake.answer = () => new Response('', { status: 503 });
    await votes.cast(ballot);
    await votes.flush();
    faults['open() throws']?.();
    await deleteDatabase();
    await votes.cast({ ...ballot, article: 'b' });
    await votes.forget().catch(() => undefined);
    expect(await votes.pending()).to.deep.equal([]);
  });

  it('keeps what is cast after forget(), without waiting for it', async () => {
    for (const storage of ['persistent', 'memory'] as const) {
      configure({ storage });
      fake.answer = () => new Response('', { status: 503 });
      await votes.cast(ballot);
      const forgotten = votes.forget();
      const { id } = await votes.cast({ ...ballot, score: 2 });
      await forgotten;
      expect(await votes.own('a')).to.include({ id, score: 2 });
      await votes.forget();
    }
  });

  it('sends nothing of what was forgotten, though it was just being kept or sent', async () => {
    for (const storage of ['persistent', 'memory'] as const) {
      configure({ storage });
      fake.answer = () => new Response('', { status: 503 });
      await votes.cast(ballot);
      await votes.flush();
      const { length } = fake.requests;
      void votes.flush();
      void votes.cast({ ...ballot, article: 'b' });
      await votes.forget();
      // Consent tools go on like this; and what waits is kept anew then.
      if (storage === 'persistent') await deleteDatabase();
      expect(await votes.pending()).to.deep.equal([]);
      await votes.cast({ ...ballot, article: 'c' });
      await votes.flush();
      expect(fake.requests.slice(length).map(({ vote }) => vote.article)).to.deep.equal(['c']);
      await votes.forget();
    }
  });

  it('lets no other tab keep what it has in memory while everything is forgotten', async () => {
    fake.answer = () => new Response('', { status: 503 });
    const other = await openTab();
    other.configure({ endpoint, storage: 'memory' });
    await votes.cast(ballot);
    await other.votes.cast({ ...ballot, article: 'b' });
    // The outbox there listens for longer, and hears it first.
    const channel = new other.window.BroadcastChannel('sao-widgets');
    const heard = oneEvent(channel, 'message');
    const answer = await silenceDatabase();
    const transaction = methodOf(there.IDBDatabase.prototype, 'transaction');
    const asked = new Promise<void>((resolve) => {
      replace(
        there.IDBDatabase.prototype,
        'transaction',
        function (this: IDBDatabase, ...rest: Parameters<typeof transaction>) {
          resolve();
          return transaction.apply(this, rest);
        },
      );
    });
    const forgotten = votes.forget();
    await asked;
    // It comes to the database after that, and has heard of it then.
    other.configure({ storage: 'persistent' });
    await heard;
    await answer();
    await forgotten;
    channel.close();
    expect(await other.votes.pending()).to.deep.equal([]);
  });

  it('has nothing to forget where there is no database', async () => {
    replace(there, 'indexedDB', undefined);
    fake.answer = () => new Response('', { status: 503 });
    await votes.cast(ballot);
    await votes.forget();
    expect(await votes.pending()).to.deep.equal([]);
  });

  it('says why it could not forget what the database has', async () => {
    await votes.cast(ballot);
    await ended(votes);
    const answer = await silenceDatabase();
    const failure = await votes.forget().catch((error: unknown) => error);
    await answer();
    expect(failure).to.have.property('name', 'TimeoutError');
  });

  it('sends a vote as the same voter, whose transaction was given up and committed all the same', async () => {
    // A database in which nobody has voted.
    await votes.cast(ballot);
    await ended(votes);
    await votes.forget();
    const { length } = fake.requests;
    const answer = await silenceDatabase();
    const { id, durable } = await votes.cast(ballot);
    expect(durable).to.equal(false);
    await votes.flush();
    await answer();
    there.document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await waitUntil(async () => (await votes.recall('a'))?.durable);
    await votes.flush();
    const sent = fake.requests.slice(length).map(({ vote }) => vote);
    expect(sent.every((vote) => vote.id === id)).to.equal(true);
    expect(new Set(sent.map(({ voter }) => voter)).size).to.equal(1);
  });

  it('tells of an end that the database kept without saying so', async () => {
    let answer: (response: Response) => void = () => undefined;
    fake.answer = () => new Promise((resolve) => (answer = resolve));
    await votes.cast(ballot);
    await waitUntil(() => fake.requests.length);
    const transaction = methodOf(there.IDBDatabase.prototype, 'transaction');
    // The connection is lost just when the answer is written down: it was, and the page hears of an abort.
    let isLost = false;
    replace(
      there.IDBDatabase.prototype,
      'transaction',
      function (this: IDBDatabase, ...rest: Parameters<typeof transaction>) {
        const begun = transaction.apply(this, rest);
        if (isLost) return begun;
        isLost = true;
        const written = new Promise((resolve) => begun.addEventListener('complete', resolve));
        Object.defineProperty(begun, 'oncomplete', { set: () => undefined });
        void written.then(() => begun.dispatchEvent(new Event('abort')));
        return begun;
      },
    );
    const end = ended(votes);
    answer(FakeEndpoint.counts({ vote: ballot } as never));
    expect((await end).vote).to.include({ article: 'a', state: 'sent' });
    expect(isLost).to.equal(true);
  });

  it('tries once more where a transaction is given up without a reason', async () => {
    await votes.cast(ballot);
    await ended(votes);
    await votes.flush();
    await votes.pending();
    const transaction = methodOf(there.IDBDatabase.prototype, 'transaction');
    let isLost = false;
    replace(
      there.IDBDatabase.prototype,
      'transaction',
      function (this: IDBDatabase, ...rest: Parameters<typeof transaction>) {
        const begun = transaction.apply(this, rest);
        if (isLost) return begun;
        isLost = true;
        const written = new Promise((resolve) => begun.addEventListener('complete', resolve));
        Object.defineProperty(begun, 'oncomplete', { set: () => undefined });
        void written.then(() => begun.dispatchEvent(new Event('abort')));
        return begun;
      },
    );
    expect((await votes.cast({ ...ballot, article: 'b' })).durable).to.equal(true);
    expect(isLost).to.equal(true);
  });

  it('keeps to a Retry-After that came while the database was away', async () => {
    let answer: (response: Response) => void = () => undefined;
    fake.answer = () => new Promise((resolve) => (answer = resolve));
    await votes.cast(ballot);
    await waitUntil(() => fake.requests.length);
    const speak = await silenceDatabase();
    answer(new Response('', { status: 503, headers: { 'Retry-After': '3600' } }));
    // Read from memory, once the database was silent for too long.
    await waitUntil(async () => (await votes.own('a'))?.state === 'pending');
    await speak();
    there.document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await waitUntil(async () => (await votes.recall('a'))?.durable);
    await votes.flush();
    expect(fake.requests).to.have.length(1);
  });

  it('does not lose a vote to a forget() that a silent database goes on with later', async () => {
    await votes.cast(ballot);
    await ended(votes);
    fake.answer = () => new Response('', { status: 503 });
    const speak = await silenceDatabase();
    const read = votes.own('a');
    await votes.forget().catch(() => undefined);
    await read;
    expect((await votes.cast({ ...ballot, article: 'later' })).durable).to.equal(false);
    await speak();
    there.document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await waitUntil(async () => (await votes.recall('later'))?.durable, 'the vote is safe');
  });

  it('takes no database for broken because the page itself was busy', async () => {
    await votes.cast(ballot);
    await ended(votes);
    const { votes: later, window } = await openTab('', { endpoint });
    const reads = [later.own('b'), later.own('a')];
    const now = window.performance.now.bind(window.performance);
    window.performance.now = () => now() + 60_000;
    expect((await Promise.all(reads))[1]).to.include({ score: 4 });
  });

  it('remembers what it read while the database is away', async () => {
    await votes.cast(ballot);
    await ended(votes);
    const later = await openTab();
    later.configure({ endpoint });
    expect(await later.votes.own('a')).to.include({ score: 4 });
    const answer = await silenceDatabase();
    expect(await later.votes.own('a')).to.include({ score: 4 });
    await answer();
  });

  it('warns a reader who leaves only while a vote waits that nothing else has', async () => {
    const warns = () => !there.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    fake.answer = () => new Response('', { status: 503 });
    await votes.cast(ballot);
    expect(warns()).to.equal(false);
    configure({ storage: 'memory' });
    await votes.cast({ ...ballot, article: 'b' });
    await votes.flush();
    expect(warns()).to.equal(true);
    fake.answer = FakeEndpoint.counts;
    await votes.flush();
    await votes.own('b');
    expect(warns()).to.equal(false);
  });
});
