import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { inState, keepsPages, open, tab, type Host } from './session-page.js';

describe('a page that returns from the back/forward cache', () => {
  let skip: string | false = false;
  let browser: Browser;
  let host: Host;
  let page: Page;

  before(async () => {
    ({ browser, host } = await open());
    skip = !(await keepsPages(browser, host)) && 'this browser has no back/forward cache';
  });

  after(async () => {
    await browser.close();
    host.server.close();
  });

  /** Leaves the page and comes back to it; says whether it was kept alive meanwhile. */
  const leaveAndReturn = async (attributes: string, meanwhile: () => void): Promise<boolean> => {
    page = await tab(await browser.newPage(), host, attributes);
    await page.evaluate(() => Object.assign(window, { kept: true }));
    await page.getByRole('link').click();
    await page.waitForURL('**/elsewhere');
    meanwhile();
    // The restored page fires no second load event.
    await page.goBack({ waitUntil: 'commit' });
    return page.evaluate(() => 'kept' in window);
  };
  const isHidden = () => page.evaluate(() => getComputedStyle(document.body).visibility === 'hidden');

  test('is shown again once the server said that the session lives', async (context) => {
    if (skip) {
      context.skip(skip);
      return;
    }
    host.left = 1800;
    assert.equal(await leaveAndReturn('status-url="/status" session="lives"', () => undefined), true);
    await page.waitForFunction(() => getComputedStyle(document.body).visibility === 'visible');
    assert.ok(host.requests.includes('GET /status'));
    await inState(page, 'idle');
  });

  test('stays hidden where it ended, with the banner in sight', async (context) => {
    if (skip) {
      context.skip(skip);
      return;
    }
    assert.equal(
      await leaveAndReturn('status-url="/status" sign-in-url="/in" session="ended"', () => (host.left = null)),
      true,
    );
    await inState(page, 'expired');
    assert.equal(await isHidden(), true);
    const link = page.getByRole('link', { name: 'Sign in again' });
    assert.equal(await link.isVisible(), true);
    // What the screen shows, not only what the styles say: there is dark ink in the banner, and none above it.
    const ink = async (clip: { x: number; y: number; width: number; height: number }) => {
      const picture = await page.screenshot({ clip });
      return page.evaluate(async (data) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas?.drawImage(image, 0, 0);
        const pixels = canvas?.getImageData(0, 0, image.width, image.height).data ?? [];
        return pixels.some((value, index) => index % 4 === 0 && value < 128);
      }, picture.toString('base64'));
    };
    assert.equal(await ink({ x: 0, y: 0, width: 600, height: 200 }), false);
    const box = await link.boundingBox();
    assert.ok(box);
    assert.equal(await ink(box), true);
  });

  test('without a server, time that passed away from it counts', async (context) => {
    if (skip) {
      context.skip(skip);
      return;
    }
    assert.equal(await leaveAndReturn('timeout="3" on-expired="message" session="away"', () => undefined), true);
    await inState(page, 'expired');
  });
});
