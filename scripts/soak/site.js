// A site with the outbox on its page, and an endpoint that can be made to fail in every way that endpoints do.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { build } from 'esbuild';

/** @typedef {{ id: string, article: string, score: number, voter: string, castAt: string }} Vote */
/** @typedef {'fine' | 'slow' | 'hanging' | 'drop before' | 'drop after' | 'partial' | '503' | '429'} Mode */

/** @type {Mode[]} */
export const modes = ['fine', 'slow', 'hanging', 'drop before', 'drop after', 'partial', '503', '429'];

const page = `<!doctype html><meta charset="utf-8"><title>Votes</title><script type="module">
import { configure, votes } from '/votes.js';
configure({ endpoint: '/votes' });
globalThis.votes = votes;
</script>`;

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

export async function startSite() {
  const bundle = await build({
    entryPoints: ['src/votes.ts', 'src/service-worker.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    write: false,
  });
  const scripts = new Map(bundle.outputFiles.map(({ path, text }) => [path, text]));
  /** @type {Map<string, Vote>} */
  const held = new Map();
  /** The tally as an endpoint keeps it: by the difference that each vote makes. @type {Map<string, number>} */
  const tally = new Map();
  /** @type {string[]} */
  const received = [];
  /** Who waits for a vote to be counted. @type {Map<string, () => void>} */
  const awaited = new Map();
  /** Who waits for a vote to come in, counted or not. @type {Map<string, () => void>} */
  const expected = new Map();
  /** @type {Mode} */
  let mode = 'fine';

  /** @param {Vote} vote */
  const count = (vote) => {
    const key = JSON.stringify([vote.voter, vote.article]);
    const before = held.get(key);
    if (before && before.castAt >= vote.castAt) return;
    held.set(key, vote);
    tally.set(vote.article, (tally.get(vote.article) ?? 0) + vote.score - (before?.score ?? 0));
  };

  const server = createServer((request, response) => {
    void (async () => {
      if (request.method !== 'POST') {
        const script = scripts.get(request.url ?? '');
        response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
        response.end(script ?? page);
        return;
      }
      // A browser that is killed, or loses its network, breaks off in the middle: that is no request.
      const body = await bodyOf(request).catch(() => undefined);
      if (body === undefined) return;
      const vote = /** @type {Vote} */ (JSON.parse(body));
      received.push(vote.id);
      expected.get(vote.id)?.();
      const now = mode;
      if (now === 'hanging') return;
      if (now === 'drop before') {
        response.destroy();
        return;
      }
      if (now === '503' || now === '429') {
        response.writeHead(Number(now), now === '429' ? { 'Retry-After': '1' } : {}).end();
        return;
      }
      count(vote);
      awaited.get(vote.id)?.();
      if (now === 'drop after') {
        response.destroy();
        return;
      }
      const answer = JSON.stringify({
        article: vote.article,
        sum: tally.get(vote.article),
        count: 1,
        score: vote.score,
      });
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) });
      if (now === 'partial') {
        response.write(answer.slice(0, 10), () => response.destroy());
        return;
      }
      if (now === 'slow') setTimeout(() => response.end(answer), 300);
      else response.end(answer);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The site has no port.');

  return {
    url: `http://127.0.0.1:${address.port}/`,
    held,
    /** The ids of all votes that arrived, counted or not. */
    received,
    /** The moment that a vote counts. @param {string} id */
    arrival: (id) => /** @type {Promise<void>} */ (new Promise((resolve) => awaited.set(id, resolve))),
    /** The moment that a vote came in, whatever becomes of it. @param {string} id @returns {Promise<void>} */
    receipt: (id) =>
      received.includes(id) ? Promise.resolve() : new Promise((resolve) => expected.set(id, () => resolve())),
    /** @param {Mode} next */
    setMode: (next) => {
      mode = next;
      // Whoever still waits for an answer gets none.
      if (next === 'fine') server.closeAllConnections();
    },
    /** The articles whose tally is not what a recount of the votes held makes. */
    miscounted: () => {
      /** @type {Map<string, number>} */
      const recount = new Map();
      for (const { article, score } of held.values()) recount.set(article, (recount.get(article) ?? 0) + score);
      return [...tally].filter(([article, sum]) => recount.get(article) !== sum).map(([article]) => article);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
