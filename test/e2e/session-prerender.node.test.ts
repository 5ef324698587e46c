import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../../scripts/test/browsers.js';
import { serve, type Host } from './session-page.js';

describe('a page that is prerendered', () => {
  let browser: Browser;
  let host: Host;

  before(async () => {
    host = await serve();
    const { executable, environment } = await findChromium();
    // Playwright forbids prerendering.
    browser = await puppeteer.launch({
      executablePath: executable,
      args: chromiumFlags,
      env: environment ?? process.env,
    });
  });

  after(async () => {
    await browser.close();
    host.server.closeAllConnections();
    host.server.close();
  });

  test('asks, stores and warns of nothing before it is seen', async (context) => {
    const page = await browser.newPage();
    const ready = host.heard('/ready');
    // The end is so near that the server would be asked at once.
    const attributes = 'status-url="/status" timeout="22" warning="20" session="prerendered"';
    const address = `/?ready&banner=${encodeURIComponent(attributes)}`;
    await page.goto(`${host.origin}/?prerender=${encodeURIComponent(address)}`);
    const before = await Promise.race([ready, new Promise<undefined>((resolve) => setTimeout(resolve, 5_000))]);
    if (!before) {
      context.skip('this browser prerenders nothing');
      return;
    }
    assert.deepEqual(JSON.parse(before), { prerendering: true, idle: true, stored: 0 });
    assert.deepEqual(host.requests, []);
    host.left = 15;
    const warned = host.heard('/warned');
    await page.evaluate((url) => location.assign(url), address);
    const seen = JSON.parse(await warned) as object;
    assert.deepEqual(seen, { prerendering: false, wasPrerendered: true, secondsLeft: 15 });
    assert.deepEqual(host.requests, ['GET /status']);
  });
});
