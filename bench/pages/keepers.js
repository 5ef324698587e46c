// What keeps a vote until it can be sent. Runs in the page; each has `keep`, which resolves once the vote is kept.
import localforage from 'localforage';
import { Queue } from 'workbox-background-sync';
import { configure, votes } from '../../dist/votes.js';

/** @typedef {{ keep: (vote: { article: string, score: number }) => Promise<unknown>, fill: (count: number) => Promise<unknown>, count?: () => Promise<number>, drain?: (count: number) => Promise<unknown> }} Keeper */

const body = (/** @type {{ article: string, score: number }} */ { article, score }) => ({
  id: crypto.randomUUID(),
  article,
  score,
  max: 5,
  voter: 'reader',
  castAt: new Date().toISOString(),
});
const ballots = (/** @type {number} */ count) =>
  Array.from({ length: count }, (_, index) => ({ article: `stored ${index}`, score: 1 + (index % 5) }));
const done = (/** @type {IDBRequest | IDBTransaction} */ work) =>
  new Promise((resolve, reject) => {
    if (work instanceof IDBTransaction) work.oncomplete = resolve;
    else work.onsuccess = resolve;
    work.onerror = () => reject(work.error);
  });

/** The floor of sending: so many requests, six at once as a browser does to one host. */
async function bareFetch(/** @type {number} */ count) {
  let left = count;
  const send = async () => {
    while (left-- > 0) {
      const response = await fetch('/votes', {
        method: 'POST',
        body: JSON.stringify(body({ article: 'a', score: 1 })),
      });
      await response.text();
    }
  };
  return Promise.all(Array.from({ length: 6 }, send));
}

/** The floor: one strict transaction, one put. @returns {Keeper} */
function barePut() {
  const request = indexedDB.open('bare', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('votes', { keyPath: 'article' });
  const opened = done(request);
  const write = async (/** @type {{ article: string, score: number }[]} */ votes) => {
    await opened;
    const transaction = request.result.transaction('votes', 'readwrite', { durability: 'strict' });
    for (const vote of votes) transaction.objectStore('votes').put(body(vote));
    return done(transaction);
  };
  return { keep: (vote) => write([vote]), fill: (count) => write(ballots(count)) };
}

/** @returns {Keeper} */
function ours() {
  configure({ endpoint: '/votes' });
  const keep = async (/** @type {{ article: string, score: number }} */ vote) => {
    const { durable } = await votes.cast({ ...vote, max: 5 });
    if (!durable) throw new Error('Not durable.');
  };
  return {
    keep,
    async fill(count) {
      for (const vote of ballots(count)) await keep(vote);
    },
    count: async () => (await votes.pending()).length,
    drain(count) {
      let sent = 0;
      const all = new Promise((resolve) => {
        votes.addEventListener('change', (event) => {
          const { vote } = /** @type {CustomEvent<{ vote: { state: string } | null }>} */ (event).detail;
          if (vote?.state === 'sent' && ++sent === count) resolve(sent);
        });
      });
      void votes.flush();
      return all;
    },
  };
}

/** @returns {Keeper} */
function workbox() {
  // It is made for a service worker; a page lends it what it asks for, and saves it the browser's registration.
  Object.assign(globalThis, { registration: { scope: '/', sync: { register: () => Promise.resolve() } } });
  const queue = new Queue('votes');
  const requestFor = (/** @type {{ article: string, score: number }} */ vote) =>
    new Request('/votes', { method: 'POST', body: JSON.stringify(body(vote)) });
  return {
    keep: (vote) => queue.pushRequest({ request: requestFor(vote) }),
    async fill(count) {
      await queue.pushRequest({ request: requestFor({ article: 'first', score: 1 }) });
      // One by one it takes minutes; copies of what it wrote itself are the same to it.
      const request = indexedDB.open('workbox-background-sync');
      await done(request);
      const transaction = request.result.transaction('requests', 'readwrite');
      const store = transaction.objectStore('requests');
      store.getAll().onsuccess = ({ target }) => {
        const entry = /** @type {IDBRequest<{ id?: number }[]>} */ (target).result.at(-1) ?? {};
        delete entry.id;
        for (let index = 1; index < count; index++) store.add(entry);
      };
      await done(transaction);
      request.result.close();
    },
    drain: () => queue.replayRequests(),
  };
}

/** What many write themselves: an array in localForage. @returns {Keeper} */
function localForageArray() {
  const read = async () => /** @type {unknown[]} */ ((await localforage.getItem('votes')) ?? []);
  return {
    keep: async (vote) => localforage.setItem('votes', [...(await read()), body(vote)]),
    fill: async (count) => localforage.setItem('votes', [...(await read()), ...ballots(count).map(body)]),
  };
}

Object.assign(globalThis, {
  keepers: { barePut, ours, workbox, localForageArray },
  bareFetch,
});
