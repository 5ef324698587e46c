import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/test/browsers.js';

/** A host with a page, a session that lives as long as the test wants, and a page to leave for. */
export interface Host {
  readonly origin: string;
  readonly server: Server;
  /** Seconds left, or null when the session has ended. */
  left: number | null;
  /** What it was asked: "GET /status" and the like. */
  readonly requests: string[];
  /** Resolves at the next request for this path, with its query. */
  heard(path: string): Promise<string>;
}

/** Has the browser prerender that address. */
const speculate = (url: string) =>
  `<script type="speculationrules">${JSON.stringify({ prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }] })}</script>`;

/** Tells the server what the banner has done by the time it is there, and when it warns. */
const tellWhenReady = `<script>fetch('/ready?' + JSON.stringify({
  prerendering: document.prerendering,
  idle: document.querySelector('sao-session-timeout-banner').matches(':state(idle)'),
  stored: localStorage.length,
}));
addEventListener('sao-session-warning', ({ detail: { secondsLeft } }) => fetch('/warned?' + JSON.stringify({
  prerendering: document.prerendering,
  wasPrerendered: performance.getEntriesByType('navigation')[0].activationStart > 0,
  secondsLeft,
})))</script>`;

/** A host on a port of its own. */
export async function serve(): Promise<Host> {
  const bundle = await build({
    entryPoints: ['src/session-timeout-banner.ts'],
    bundle: true,
    format: 'iife',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const requests: string[] = [];
  const listeners = new Map<string, (query: string) => void>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://host.example');
    listeners.get(url.pathname)?.(decodeURIComponent(url.search.slice(1)));
    if (url.pathname === '/blank')
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Blank</title>');
    else if (url.pathname === '/banner.js') response.setHeader('content-type', 'text/javascript').end(script);
    else if (url.pathname === '/hanging') requests.push(`${request.method} /hanging`);
    else if (url.pathname === '/status' || url.pathname === '/keep-alive') {
      requests.push(`${request.method} ${url.pathname}`);
      response.statusCode = host.left === null ? 401 : 200;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ expiresIn: host.left }));
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!doctype html><html lang="en"><title>Host</title>
        <h1>For the signed-in only</h1><a href="/elsewhere">Elsewhere</a>
        ${url.searchParams.has('banner') ? `<sao-session-timeout-banner ${url.searchParams.get('banner') ?? ''}></sao-session-timeout-banner>` : ''}
        <script src="/banner.js"></script>
        ${url.searchParams.has('ready') ? tellWhenReady : ''}
        ${url.searchParams.has('prerender') ? speculate(url.searchParams.get('prerender') ?? '') : ''}`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const heard = (path: string) => new Promise<string>((resolve) => listeners.set(path, resolve));
  const host: Host = { origin, server, left: 1800, requests, heard };
  return host;
}

/** Opens a browser in which pages may return from the back/forward cache, and a host. */
export async function open(): Promise<{ browser: Browser; host: Host }> {
  const host = await serve();
  const { executable, environment } = await findChromium();
  const browser = await chromium.launch({
    executablePath: executable,
    ...(environment && { env: environment }),
    args: chromiumFlags,
    // Playwright switches the back/forward cache off.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  return { browser, host };
}

/** Whether this browser keeps any page for a return; Chromium's headless shell keeps none. */
export async function keepsPages(browser: Browser, host: Host): Promise<boolean> {
  const page = await browser.newPage();
  await page.goto(`${host.origin}/blank`);
  await page.evaluate(() => Object.assign(window, { kept: true }));
  await page.goto(`${host.origin}/blank?another`);
  await page.goBack({ waitUntil: 'commit' });
  const kept = await page.evaluate(() => 'kept' in window);
  await page.close();
  return kept;
}

/** Opens a tab with a banner of these attributes. */
export async function tab(page: Page, host: Host, attributes: string): Promise<Page> {
  await page.goto(`${host.origin}/?banner=${encodeURIComponent(attributes)}`);
  return page;
}

/** Waits until the banner of a tab is in a state. */
export async function inState(page: Page, state: string): Promise<void> {
  await page.waitForFunction(
    (name) => document.querySelector('sao-session-timeout-banner')?.matches(`:state(${name})`),
    state,
    // Frames stop in a tab behind another one.
    { polling: 100, timeout: 15_000 },
  );
}
