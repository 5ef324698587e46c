// A site on loopback: scripts by name, an empty page, and whatever else a part wants to answer.
import { once } from 'node:events';
import { createServer } from 'node:http';

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void | Promise<void>} Handler */

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180" fill="#d9b"/></svg>';

/**
 * @param {Record<string, string>} scripts by path
 * @param {Handler} [answer] answers what is no script and no page
 */
export async function startSite(scripts = {}, answer = (_request, response) => void response.writeHead(404).end()) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const script = scripts[pathname];
    const send = (/** @type {string} */ type, /** @type {string} */ body) =>
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
    if (script !== undefined) send('text/javascript', script);
    else if (pathname === '/')
      send(
        'text/html',
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><main></main>',
      );
    else if (pathname === '/picture.svg') send('image/svg+xml', picture);
    else void answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The site has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {import('node:http').IncomingMessage} request */
export async function bodyOf(request) {
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
