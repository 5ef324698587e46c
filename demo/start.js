// `npm start`: the demo with a real endpoint at http://localhost:8080, and a partner site, another origin, at :8081.
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createAdaptorServer } from '@hono/node-server';
import { createNewsSite } from './news-site.js';
import { createPartnerSite } from './partner-site.js';

const port = Number(process.env['PORT'] || 8080);
if (!Number.isInteger(port) || port < 1 || port > 65_534) {
  fail(`PORT must be a whole number from 1 to 65534, not "${process.env['PORT']}".`);
}
const news = `http://localhost:${port}`;
const partner = `http://localhost:${port + 1}`;

const { createEndpoint } = await import(new URL('../dist/endpoint.js', import.meta.url).href).catch(
  (/** @type {Error} */ error) =>
    fail(`The library is not built (${error.message}). Run "npm start", which builds it first.`),
);
const database = process.env['DATABASE_URL'] || '.data/votes.db';
mkdirSync('.data', { recursive: true });
const endpoint = createEndpoint({ database, allowOrigins: [news, partner] });
await endpoint.ready().catch((/** @type {Error} */ error) => fail(error.message));

const servers = [
  await listen(createNewsSite({ origin: news, partner, endpoint }), port),
  await listen(createPartnerSite({ news }), port + 1),
];
console.log(`
The news site:     ${news}
The partner site:  ${partner}
Votes are kept in ${database}. Ctrl-C ends both.`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, async () => {
    for (const server of servers) {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    }
    await endpoint.close();
    process.exit(0);
  });
}

/** @param {import('hono').Hono} site @param {number} at */
async function listen(site, at) {
  const server = createAdaptorServer({ fetch: site.fetch });
  server.listen(at);
  try {
    await once(server, 'listening');
  } catch (error) {
    const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
    fail(taken ? `Port ${at} is taken. End what uses it, or choose others: PORT=9000 npm start` : String(error));
  }
  return server;
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
