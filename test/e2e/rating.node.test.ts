import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/test/browsers.js';
import { startDemo } from './demo.js';

const kept = 'Đã lưu trên thiết bị này, đang chờ gửi.';
const counted = 'Phiếu đã được tính.';

suite('the rating on the seed page', () => {
  let browser: Browser;
  let demo: Awaited<ReturnType<typeof startDemo>>;

  before(async () => {
    const { executable, environment } = await findChromium();
    demo = await startDemo();
    browser = await chromium.launch({
      executablePath: executable,
      ...(environment && { env: environment }),
      args: chromiumFlags,
    });
  });

  after(async () => {
    await browser.close();
    await demo.stop();
  });

  const open = async (options: BrowserContextOptions = {}) => {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(demo.news);
    return page;
  };
  const rating = (page: Page) => page.locator('sao-star-rating').first();
  const star = (page: Page, score: number) => rating(page).getByRole('radio', { name: `${score} sao trên 5` });

  /** Waits until the tab shows this as the reader's own vote, with what is said of it. */
  const shows = async (page: Page, score: number, delivery: string) => {
    await rating(page).getByText(`Bạn đã chọn ${score} sao. ${delivery}`).waitFor();
    assert.equal(await star(page, score).getAttribute('aria-checked'), 'true');
    assert.equal(await rating(page).evaluate((element: HTMLElement & { value?: number }) => element.value), score);
  };

  test('two tabs agree on the vote, on a change of it, and on what waits offline', async () => {
    const one = await open();
    const other = await one.context().newPage();
    await other.goto(demo.news);
    await star(one, 4).click();
    await shows(one, 4, counted);
    await shows(other, 4, counted);
    await star(other, 2).click();
    await shows(one, 2, counted);
    await rating(one).getByText('Tổng số điểm của bài viết là: 2 trong 1 đánh giá').waitFor();

    await one.context().setOffline(true);
    await star(one, 5).click();
    await shows(one, 5, kept);
    await shows(other, 5, kept);
    // A reload reads from the device; the page itself comes from the server.
    await one.context().setOffline(false);
    await shows(one, 5, counted);
    await shows(other, 5, counted);
    await other.reload();
    await shows(other, 5, counted);
    const article = `${demo.news}/news/dai-hoi-chi-bo-16.html`;
    const answer = await fetch(`${demo.news}/votes?article=${encodeURIComponent(article)}`);
    assert.deepEqual(await answer.json(), { tallies: [{ article, sum: 5, count: 1, histogram: [0, 0, 0, 0, 1] }] });
    await one.context().close();
  });

  test('a finger has 44 pixels for each star, a mouse 24', async () => {
    for (const [options, least] of [
      [{ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } }, 44],
      [{}, 24],
    ] as const) {
      const page = await open(options);
      for (let score = 1; score <= 5; score++) {
        const box = await star(page, score).boundingBox();
        assert.ok(box && box.width >= least && box.height >= least, `star ${score}: ${JSON.stringify(box)}`);
      }
      await page.context().close();
    }
  });

  test('a page zoomed to twice its size on a small window scrolls one way only', async () => {
    const page = await open({ viewport: { width: 320, height: 512 }, deviceScaleFactor: 2 });
    await star(page, 5).waitFor();
    const overflow = await rating(page).evaluate((element) => element.scrollWidth - element.clientWidth);
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    await page.context().close();
  });
});
