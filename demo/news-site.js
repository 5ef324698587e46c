import { readFileSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { articles } from './articles.js';
import { articlePage } from './pages/article.js';
import { feed } from './pages/feed.js';
import { listPage } from './pages/list.js';
import { snippetPage } from './pages/snippet.js';
import { createSession } from './session.js';

/**
 * The host site: a NukeViet-like page made from the seed article, with the real vote endpoint beside it.
 * @param {{ origin: string, partner: string, endpoint: (request: Request) => Response | Promise<Response> }} options
 */
export function createNewsSite({ origin, partner, endpoint }) {
  const app = new Hono();
  const integrity = JSON.parse(readFileSync('dist/embed/integrity.json', 'utf8'));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const site = { origin, partner, version, integrity, endpointRuns: true };

  app.get('/', (context) => context.html(articlePage(site, articles[0])));
  for (const article of articles) app.get(article.path, (context) => context.html(articlePage(site, article)));
  app.get('/news', (context) => context.html(listPage(site)));
  app.get('/snippet', (context) => context.html(snippetPage(site)));
  app.get('/news/rss', (context) => {
    context.header('Access-Control-Allow-Origin', '*');
    return context.body(feed(site), 200, { 'Content-Type': 'application/rss+xml; charset=utf-8' });
  });

  for (const runs of [true, false])
    app.post(`/demo/endpoint/${runs ? 'start' : 'stop'}`, (context) => {
      site.endpointRuns = runs;
      return context.body(null, 204);
    });
  for (const path of ['/votes', '/healthz', '/openapi.json']) {
    app.all(path, (context) => {
      if (site.endpointRuns) return endpoint(context.req.raw);
      // A stopped server answers nothing at all; the browser must see a broken connection, not a polite error.
      /** @type {import('@hono/node-server').HttpBindings} */ (context.env).incoming.socket.destroy();
      return context.body(null);
    });
  }
  app.route('/session', createSession());
  app.use('/dist/*', cors, serveStatic({ root: '.' }));
  // As a CDN has it: the version in the address, so that a host page can pin it.
  const pinned = `/sao-widgets@${version}`;
  app.use(
    `${pinned}/dist/*`,
    cors,
    serveStatic({ root: '.', rewriteRequestPath: (path) => path.slice(pinned.length) }),
  );
  app.use('/*', serveStatic({ root: 'demo/public' }));
  return app;
}

/** The partner site loads the widgets from here, with a hash, so they must be readable across origins. */
/** @type {import('hono').MiddlewareHandler} */
const cors = async (context, next) => {
  context.header('Access-Control-Allow-Origin', '*');
  await next();
};
