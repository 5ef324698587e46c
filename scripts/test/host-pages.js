// Serves the host pages of test/hosts with real response headers, our built files, and a small vote endpoint.
import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { allElements, hosts, pages } from '../../test/hosts/hosts.js';
import { builtTemplates } from './templates.js';
import { recipeFallback, recipePolicy } from './recipes.js';

/** Another version of the library, made of this one: `/hosts/embed/9.9.9/sao-widgets.js`. */
const otherVersion = '9.9.9';
const types = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

/** @typedef {import('koa').Context} Context */

/** @returns {import('koa').Middleware} */
export function hostPages() {
  const votes = votesEndpoint();
  return async (context, next) => {
    if (!context.path.startsWith('/hosts/')) return next();
    const [, , kind = '', ...rest] = context.path.split('/');
    // A sandboxed frame has no origin, so all that it loads as a module comes from another one.
    context.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' });
    if (kind === 'page') servePage(context, rest[0] ?? '');
    else if (kind === 'embed') serveEmbed(context, rest);
    else if (kind === 'site') serveFile(context, `test/hosts/site/${rest[0]}`);
    else if (kind === 'lit-app.js') serveText(context, await hostLit(), types.js);
    else if (kind === 'feed.json') serveText(context, JSON.stringify(feed(context.origin)), 'application/feed+json');
    else if (kind === 'templates.json') serveText(context, JSON.stringify(builtTemplates()), 'application/json');
    else if (kind === 'session') serveText(context, '{"expiresIn":40}', 'application/json');
    else if (kind === 'votes') await votes(context, rest[0]);
    else context.status = 404;
  };
}

/** @param {Context} context @param {string} body @param {string} type @param {string} [charset] */
function serveText(context, body, type, charset = 'utf-8') {
  context.type = `${type}; charset=${charset}`;
  context.body = body;
}

/** @param {Context} context @param {string} file */
function serveFile(context, file) {
  const ending = /** @type {keyof types} */ (file.split('.').at(-1));
  serveText(context, readFileSync(file, 'utf8'), types[ending]);
}

/** @param {Context} context @param {string[]} path */
function serveEmbed(context, path) {
  // As a CDN does with a version range: the module's own address is not the one in the page.
  if (path[0] === 'redirected') return context.redirect(`/hosts/embed/${path.at(-1)}`);
  const file = `dist/embed/${path.at(-1)}`;
  if (!existsSync(file)) return void (context.status = 404);
  if (path[0] !== otherVersion) {
    // Many a server names no character encoding, and the page's own is taken.
    context.set('Content-Type', types.js);
    return void (context.body = readFileSync(file));
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  serveText(context, readFileSync(file, 'utf8').replaceAll(`"${version}"`, `"${otherVersion}"`), types.js);
}

/** @param {Context} context @param {string} name */
function servePage(context, name) {
  const host = hosts[name] ?? pages[name];
  if (!host) return void (context.status = 404);
  const { kind = 'module', article = '', endpoint = '' } = /** @type {Record<string, string>} */ (context.query);
  const file = `${host.file ?? 'sao-widgets'}${kind === 'module' ? '' : '.iife'}.js`;
  // An address of its own: Chromium would take what it read for the page before, in that page's character encoding.
  const src = `/hosts/embed/${file}?${name}`;
  const type = kind === 'module' ? 'type="module"' : '';
  const hash = () => JSON.parse(readFileSync('dist/embed/integrity.json', 'utf8'))[file];
  const pinned = host.integrity ? `integrity="${hash()}" crossorigin="anonymous"` : '';
  const place = host.script ?? 'head';
  const settings = `data-endpoint="${endpoint}"`;
  const scripts = {
    none: '',
    inserted: `<script src="/hosts/site/insert-script.js" data-kind="${kind}" data-src="${src}" ${settings}></script>`,
    evaluated: `<script src="/hosts/site/evaluate-script.js"></script>
    <script type="text/delayed" src="${src}" data-kind="${kind}" ${settings}></script>`,
    async: `<script ${type} src="${src}" ${pinned} async ${settings}></script>`,
    head: `<script ${type} src="${src}" ${pinned} ${settings}></script>`,
  };
  const script = scripts[place === 'end' ? 'head' : place];
  const fallback = host.hasFallback ? recipeFallback() : undefined;
  const content = (fallback?.html ?? host.content ?? allElements)
    .replaceAll('ARTICLE', article)
    .replaceAll('SOON', new Date(Date.now() + 50_000).toISOString());

  const { charset = 'utf-8' } = host;
  const policy = host.recipe ? recipePolicy(host.recipe, context.origin) : host.policy;
  if (policy) context.set('Content-Security-Policy', policy);
  serveText(
    context,
    `<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="vi" ${host.html ?? ''}>
  <head>
    <meta charset="${charset}" />
    <title>${name}</title>
    <script src="/hosts/site/probe.js"></script>
    ${host.head ?? ''}
    ${fallback ? `<style>${fallback.css}</style>` : ''}
    ${place === 'end' ? '' : script}
  </head>
  <body>
    <main>${content}</main>
    ${fallback ? '<p>What comes after</p>' : ''}
    ${place === 'end' ? script : ''}
  </body>
</html>`.replace(/[^\0-\x7f]/g, (character) => `&#${character.codePointAt(0)};`),
    host.isXml ? 'application/xhtml+xml' : 'text/html',
    charset,
  );
}

/** Takes votes as the contract's endpoint does, and tells what it got: `/hosts/votes/log?article=…`. */
function votesEndpoint() {
  /** @type {Map<string, { id: string, score: number }[]>} */
  const log = new Map();
  /** @param {string} article */
  const tallyOf = (article) => {
    const scores = new Map(log.get(article)?.map(({ id, score }) => [id, score]));
    return { article, sum: [...scores.values()].reduce((sum, score) => sum + score, 0), count: scores.size };
  };
  return async (/** @type {Context} */ context, /** @type {string | undefined} */ part) => {
    context.set({ 'Access-Control-Allow-Headers': 'content-type, idempotency-key' });
    const articles = [context.query['article'] ?? []].flat();
    if (context.method === 'OPTIONS') context.status = 204;
    else if (context.method === 'POST') {
      const vote = JSON.parse(await text(context.req));
      log.set(vote.article, [...(log.get(vote.article) ?? []), vote]);
      serveText(context, JSON.stringify({ ...tallyOf(vote.article), score: vote.score }), 'application/json');
    } else if (part === 'log') serveText(context, JSON.stringify(log.get(articles[0] ?? '') ?? []), 'application/json');
    else serveText(context, JSON.stringify({ tallies: articles.map(tallyOf) }), 'application/json');
  };
}

/** @type {Promise<string> | undefined} */
let litApp;

/** The host's own Lit, with the application on it, in one file. */
function hostLit() {
  litApp ??= build({
    entryPoints: ['test/hosts/site/lit-app.js'],
    bundle: true,
    format: 'esm',
    conditions: ['production'],
    write: false,
  }).then(({ outputFiles: [file] }) => file?.text ?? '');
  return litApp;
}

/** @param {string} origin */
const feed = (origin) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Tin tức',
  items: [
    {
      id: '16',
      url: `${origin}/a/16`,
      title: 'Đại hội Chi bộ',
      content_html: '<p style="color:red">Nội dung <b>bài viết</b><img src=x onerror="document.title=\'hurt\'"></p>',
      image: `${origin}/hosts/site/picture.svg`,
      date_published: '2017-12-16T06:04:00+07:00',
    },
  ],
});
