import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { BrowserContext, Route } from 'playwright-core';
import type { createEndpoint } from '../../src/endpoint.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const hashes = JSON.parse(readFileSync('dist/embed/integrity.json', 'utf8')) as Record<string, string>;
const picture = readFileSync('demo/public/dai-hoi.svg', 'utf8');
const feed = readFileSync('test/article-card/samples/seed.rss.xml', 'utf8');

/** Where the examples are pages of. */
export const site = 'https://news.example';

/** What an example leaves to the reader is filled in: where the files are, and the hash of the one it names. */
export function complete(html: string): string {
  const placed = html.replaceAll('src="…/', `src="https://cdn.example/sao-widgets@${version}/dist/embed/`);
  return placed.replace(/(\/dist\/embed\/([\w.-]+)"[^>]*?integrity=")[^"]*/gs, (_, before: string, file: string) => {
    return before + (hashes[file] ?? 'no such file');
  });
}

/** A page with the example on it, and with the snippet where the example has no script of its own. */
export function pageWith(html: string): string {
  const script = html.includes('<script type="module"') || /<script\s[^>]*\bsrc=/.test(html);
  const snippet = `<script type="module" src="https://cdn.example/sao-widgets@${version}/dist/embed/sao-widgets.js"
    integrity="" crossorigin="anonymous" data-endpoint="https://votes.example/votes"></script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An example</title>
    <link rel="icon" href="data:,">${complete(script ? '' : snippet)}</head><body>${complete(html)}</body></html>`;
}

/** An example's code as a browser runs it, with the package itself behind its imports. */
export async function bundled(code: string, loader: 'js' | 'ts'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** The hosts that the guides name: pages, files, votes, feeds and sessions, all on this machine. */
export async function serveExamples(
  context: BrowserContext,
  endpoint: ReturnType<typeof createEndpoint>,
  page: () => string,
): Promise<void> {
  const files = ['https://cdn.example/', `${site}/themes/default/sao-widgets/`];
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const { pathname } = url;
    if (url.protocol === 'data:' || url.protocol === 'blob:') return route.continue();
    if (files.some((folder) => url.href.startsWith(folder))) return serveFile(route, pathname);
    if (url.hostname === 'votes.example') return passOn(route, endpoint);
    if (pathname === '/index.php') return route.fulfill({ body: '4,3|4.3|17', contentType: 'text/html' });
    if (/session|keep-alive|status/.test(pathname)) return route.fulfill({ json: { expiresIn: 1800 } });
    if (pathname.includes('missing')) return route.fulfill({ status: 404 });
    if (/rss|feed/.test(pathname)) {
      return route.fulfill({ body: feed, contentType: 'application/rss+xml', headers: anyOrigin });
    }
    if (/\.(svg|jpe?g|png|webp)$/.test(pathname)) return route.fulfill({ body: picture, contentType: 'image/svg+xml' });
    return route.fulfill({ body: page(), contentType: 'text/html' });
  });
}

const anyOrigin = { 'Access-Control-Allow-Origin': '*' };

function serveFile(route: Route, pathname: string): Promise<void> {
  const pinned = `/sao-widgets@${version}/`;
  const path = pathname.startsWith(pinned)
    ? pathname.slice(pinned.length)
    : pathname.replace('/themes/default/sao-widgets/', 'dist/embed/');
  return route.fulfill({ path, headers: anyOrigin });
}

async function passOn(route: Route, endpoint: ReturnType<typeof createEndpoint>): Promise<void> {
  const request = route.request();
  const answer = await endpoint(
    new Request(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      ...(request.postData() === null ? {} : { body: request.postData() }),
    }),
  );
  await route.fulfill({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: await answer.text(),
  });
}
