import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { inState, open, tab, type Host } from './session-page.js';

describe('the end of a session', () => {
  let browser: Browser;
  let host: Host;
  let page: Page;

  before(async () => {
    ({ browser, host } = await open());
  });

  after(async () => {
    await browser.close();
    host.server.close();
  });

  const expire = async (attributes: string) => {
    page = await tab(await (await browser.newContext()).newPage(), host, attributes);
    await page.evaluate(() => void document.querySelector('sao-session-timeout-banner')?.expire());
  };

  test('leads to expired-url where it is asked for', async () => {
    await expire('on-expired="redirect" expired-url="/expired" sign-in-url="/in"');
    await page.waitForURL('**/expired');
  });

  test('leads to sign-in-url without one', async () => {
    await expire('on-expired="redirect" sign-in-url="/in"');
    await page.waitForURL('**/in');
  });

  test('reloads where it is asked for', async () => {
    page = await tab(await (await browser.newContext()).newPage(), host, 'on-expired="reload"');
    await page.evaluate(() => Object.assign(window, { before: true }));
    await page.evaluate(() => void document.querySelector('sao-session-timeout-banner')?.expire());
    await page.waitForFunction(() => !('before' in window) && document.readyState === 'complete');
    await inState(page, 'idle');
  });

  for (const url of ['javascript:document.title=1', 'https://evil.example/', 'data:text/html,x', '//evil.example/']) {
    test(`never leads to ${url}`, async () => {
      await expire(`on-expired="redirect" expired-url="${url}"`);
      await inState(page, 'expired');
      assert.equal(new URL(page.url()).origin, host.origin);
      assert.equal(await page.title(), 'Host');
    });
  }

  test('Escape in the dialog extends, by a real key', async () => {
    page = await tab(await browser.newPage(), host, 'modal timeout="24" warning="20" session="escape"');
    await inState(page, 'warning');
    await page.keyboard.press('Escape');
    await inState(page, 'idle');
  });

  test('the button is reached by Tab while the banner stays, and pressed by Enter', async () => {
    page = await tab(await browser.newPage(), host, 'timeout="24" warning="20" session="tab"');
    await inState(page, 'warning');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await inState(page, 'warning');
    await page.keyboard.press('Enter');
    await inState(page, 'idle');
  });

  test('without a script the page is as it was', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    page = await tab(await context.newPage(), host, '');
    assert.equal(await page.getByRole('heading').isVisible(), true);
  });
});
