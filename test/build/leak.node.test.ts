import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { after, before, suite, test } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/test/browsers.js';

/** Not a divisor of what any page has by itself. */
const each = 7;
const tags = ['sao-star-rating', 'sao-article-card', 'sao-session-timeout-banner'];
const prototypes = ['ShadowRoot', 'EventTarget', 'Object', 'Function', 'Map', 'Set', 'Promise', 'MutationObserver'];

suite('elements that were on the page', () => {
  let browser: Browser;
  const server = createServer((request, response) => {
    if (request.url === '/sao-widgets.js') {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(readFileSync('dist/embed/sao-widgets.js'));
    } else {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><main></main><script type="module" src="/sao-widgets.js"></script>');
    }
  });

  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { executable, environment } = await findChromium();
    browser = await chromium.launch({
      executablePath: executable,
      args: chromiumFlags,
      env: { ...(environment ?? process.env) },
    });
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  test('are let go of, with all that they held', async (context) => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction((names) => names.every((name) => customElements.get(name)), tags);
    const session = await page.context().newCDPSession(page);

    const addAndRemove = () =>
      page.evaluate(
        async ({ names, count }) => {
          const main = document.querySelector('main');
          const soon = new Date(Date.now() + 50_000).toISOString();
          const elements = Array.from({ length: count }, () => names)
            .flat()
            .map((name) => {
              const element = document.createElement(name);
              element.setAttribute('heading', 'Đại hội Chi bộ');
              element.setAttribute('published', '2017-12-16');
              element.setAttribute('date-style', 'relative');
              element.setAttribute('expires-at', soon);
              return element;
            });
          main?.append(...elements);
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          main?.replaceChildren();
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        },
        { names: tags, count: each },
      );

    /** How many objects of each kind are alive. */
    const census = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const counts: Record<string, number> = {};
      for (const name of prototypes) {
        const { result } = await session.send('Runtime.evaluate', { expression: `${name}.prototype` });
        const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
        const counted = await session.send('Runtime.callFunctionOn', {
          objectId: objects.objectId ?? '',
          functionDeclaration: 'function () { return this.length; }',
          returnByValue: true,
        });
        counts[name] = Number(counted.result.value);
        await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
      }
      return counts;
    };

    // The first time fills what is made once for all: formatters, templates, style sheets.
    await addAndRemove();
    const first = await census();
    for (let round = 0; round < 10; round++) await addAndRemove();
    const last = await census();

    for (const name of prototypes) {
      const grown = (last[name] ?? 0) - (first[name] ?? 0);
      context.diagnostic(`${name}: ${first[name] ?? 0} → ${last[name] ?? 0}`);
      // One object kept per element would show in every round.
      assert.ok(grown < each * 10, `${name} grew by ${grown}`);
    }
    assert.equal(last.ShadowRoot, first.ShadowRoot, 'no more elements are left than after the first time');
  });
});
