import { readFileSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { articlePage } from './pages/article.js';
import { feed } from './pages/feed.js';
import { listPage } from './pages/list.js';
import { snippetPage } from './pages/snippet.js';
import { createSession } from './session.js';
import { seedArticle } from './seed-article.js';

/**
 * The host site: a NukeViet-like page made from the seed article, with the real vote endpoint beside it.
 * @param {{ origin: string, partner: string, endpoint: (request: Request) => Response | Promise<Response> }} options
 */
export function createNewsSite({ origin, partner, endpoint }) {
  const app = new Hono();
  let endpointRuns = true;
  const integrity = JSON.parse(readFileSync('dist/embed/integrity.json', 'utf8'));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const page = { origin, partner, version, integrity, article: seedArticle };

  app.get('/', (context) => context.html(articlePage(page)));
  app.get(seedArticle.path, (context) => context.html(articlePage(page)));
  app.get('/news', (context) => context.html(listPage(page)));
  app.get('/snippet', (context) => context.html(snippetPage(page)));
  app.get('/news/rss', (context) => {
    context.header('Access-Control-Allow-Origin', '*');
    return context.body(feed(page), 200, { 'Content-Type': 'application/rss+xml; charset=utf-8' });
  });

  app.post('/demo/endpoint/:switch{stop|start}', (context) => {
    endpointRuns = context.req.param('switch') === 'start';
    return context.json({ endpointRuns });
  });
  for (const path of ['/votes', '/healthz', '/openapi.json']) {
    app.all(path, (context) => {
      if (endpointRuns) return endpoint(context.req.raw);
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
