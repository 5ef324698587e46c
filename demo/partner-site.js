import { readFileSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { articles } from './articles.js';
import { partnerPage } from './pages/partner.js';

/** Another origin with a style of its own, which embeds card and rating by one script tag. */
export function createPartnerSite({ news = '' }) {
  const app = new Hono();
  const integrity = JSON.parse(readFileSync('dist/embed/integrity.json', 'utf8'));
  app.get('/', (context) => context.html(partnerPage({ news, integrity, article: articles[0] })));
  app.use('/*', serveStatic({ root: 'demo/public' }));
  return app;
}
