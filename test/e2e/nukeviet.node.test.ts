import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, suite, test } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/test/browsers.js';
import { createNukeViet, type NukeViet, type NukeVietVersion } from '../endpoint/nukeviet-emulation.js';

const script = readFileSync('dist/embed/sao-star-rating.iife.js');

/** What a webmaster writes into the theme: the footer's script tag, and the element in the article's template. */
const theme = (article: number, token: string) => `
  <sao-star-rating article="${article}" token="${token}" average="0" count="0"></sao-star-rating>
  <script src="/sao-star-rating.iife.js" data-protocol="nukeviet"
    data-endpoint="/index.php?language=vi&amp;nv=news&amp;op=rating"></script>`;

const kept = 'Đã lưu trên thiết bị này, đang chờ gửi.';
const counted = 'Phiếu đã được tính.';
const votedBefore = 'Phiếu không được tính: bạn đã bỏ phiếu trước đó.';

const rating = (page: Page) => page.locator('sao-star-rating');
const star = (page: Page, score: number) => rating(page).getByRole('radio', { name: `${score} sao trên 5` });
const says = (page: Page, words: string) => rating(page).getByText(words).waitFor();
const totals = (page: Page, sum: number, count: number) =>
  says(page, `Tổng số điểm của bài viết là: ${sum} trong ${count} đánh giá`);

suite('the rating on a NukeViet site', () => {
  let browser: Browser;
  before(async () => {
    const { executable, environment } = await findChromium();
    browser = await chromium.launch({
      executablePath: executable,
      ...(environment && { env: environment }),
      args: chromiumFlags,
    });
  });
  after(() => browser.close());

  /** A site of its own, with readers who each have a session of their own. */
  async function withSite(version: NukeVietVersion, visit: (site: Site) => Promise<void>): Promise<void> {
    const nukeViet = createNukeViet({ version, theme });
    const answerAsNukeViet = getRequestListener(nukeViet, { overrideGlobalObjects: false });
    const answer: RequestListener = (request, response) => {
      if (request.url === '/sao-star-rating.iife.js') response.setHeader('Content-Type', 'text/javascript').end(script);
      else void answerAsNukeViet(request, response);
    };
    const server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/vi/news/dai-hoi-chi-bo-16.html`;
    const readers: BrowserContext[] = [];
    try {
      await visit({
        nukeViet,
        async open() {
          const context = await browser.newContext();
          readers.push(context);
          const page = await context.newPage();
          await page.goto(address);
          return page;
        },
      });
    } finally {
      await Promise.all(readers.map((context) => context.close()));
      server.close();
      server.closeAllConnections();
    }
  }

  interface Site {
    nukeViet: NukeViet;
    open: () => Promise<Page>;
  }

  for (const version of ['4.0', '4.3', '4.5', '4.6', '5.0'] as const) {
    test(`a vote is counted, and what the site answers is shown: ${version}`, () =>
      withSite(version, async ({ nukeViet, open }) => {
        const ann = await open();
        await star(ann, 4).click();
        await says(ann, `Bạn đã chọn 4 sao. ${counted}`);
        await totals(ann, 4, 1);
        const bob = await open();
        await star(bob, 5).click();
        await totals(bob, 9, 2);
        assert.deepEqual(nukeViet.ratings(16), { sum: 9, count: 2 });
        assert.equal(nukeViet.attempts, 2);
      }));

    test(`a second vote of one session is not counted, and the first stands: ${version}`, () =>
      withSite(version, async ({ nukeViet, open }) => {
        const page = await open();
        await star(page, 4).click();
        await says(page, counted);
        await page.reload();
        await star(page, 2).click();
        await says(page, votedBefore);
        assert.equal(await star(page, 4).getAttribute('aria-checked'), 'true');
        assert.deepEqual(nukeViet.ratings(16), { sum: 4, count: 1 });
      }));
  }

  test('a vote kept while the site shows an HTML page goes with the token of the session in which it is sent', () =>
    withSite('4.5', async ({ nukeViet, open }) => {
      const page = await open();
      const tokenBefore = await rating(page).getAttribute('token');
      nukeViet.mood = 'blocked';
      await star(page, 3).click();
      await says(page, `Bạn đã chọn 3 sao. ${kept}`);
      // The session ends, say over night; the token of then is worth nothing now.
      await page.context().clearCookies();
      nukeViet.mood = 'fine';
      await page.reload();
      await says(page, `Bạn đã chọn 3 sao. ${counted}`);
      assert.notEqual(await rating(page).getAttribute('token'), tokenBefore);
      assert.deepEqual(nukeViet.ratings(16), { sum: 3, count: 1 });
    }));

  test('a token that the site does not take counts nothing, and is not tried again', () =>
    withSite('4.5', async ({ nukeViet, open }) => {
      const page = await open();
      await rating(page).evaluate((element) => element.setAttribute('token', '0'.repeat(32)));
      await star(page, 3).click();
      await says(page, 'Phiếu không được tính');
      await page.reload();
      await star(page, 3).waitFor();
      assert.equal(nukeViet.attempts, 1);
      assert.deepEqual(nukeViet.ratings(16), { sum: 0, count: 0 });
    }));

  test('a vote waits while the page hides where it comes from, for the next page that says so', () =>
    withSite('4.3', async ({ nukeViet, open }) => {
      const page = await open();
      await page.evaluate(() => {
        const meta = document.createElement('meta');
        meta.name = 'referrer';
        meta.content = 'no-referrer';
        document.head.append(meta);
      });
      // The site says "Wrong URL".
      await star(page, 5).click();
      await says(page, kept);
      assert.ok(nukeViet.attempts > 0);
      assert.equal(nukeViet.ratings(16).count, 0);
      await page.reload();
      await says(page, counted);
      assert.deepEqual(nukeViet.ratings(16), { sum: 5, count: 1 });
    }));

  test('a vote waits as long as a flooded site wants, after a reload too', () =>
    withSite('4.5', async ({ nukeViet, open }) => {
      const page = await open();
      nukeViet.mood = 'flooded';
      await star(page, 5).click();
      await says(page, kept);
      nukeViet.mood = 'fine';
      await page.reload();
      await says(page, kept);
      assert.equal(nukeViet.attempts, 1);
      // Half a minute later.
      await page.clock.install({ time: Date.now() + 31_000 });
      await page.reload();
      await says(page, counted);
      assert.deepEqual(nukeViet.ratings(16), { sum: 5, count: 1 });
    }));

  test('a site on which rating is switched off counts nothing', () =>
    withSite('5.0', async ({ nukeViet, open }) => {
      const page = await open();
      nukeViet.mood = 'switched-off';
      await star(page, 1).click();
      await says(page, 'Phiếu không được tính');
      assert.equal(nukeViet.ratings(16).count, 0);
    }));
});
