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

  test('reloads once where the page that comes back has ended, too', async () => {
    page = await (await browser.newContext()).newPage();
    let loads = 0;
    page.on('request', (request) => (loads += Number(request.isNavigationRequest())));
    await tab(page, host, `on-expired="reload" sign-in-url="/in" expires-at="${new Date(0).toISOString()}"`);
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await page.waitForURL('**/in');
    // The page, the page again, and where the link leads.
    assert.equal(loads, 3);
  });

  test('stays where it would lead to', async () => {
    page = await (await browser.newContext()).newPage();
    const here = `/?banner=${encodeURIComponent('on-expired="redirect" sign-in-url="/in" session="here"')}`;
    await page.goto(host.origin + here);
    await page.evaluate((url) => {
      Object.assign(window, { before: true });
      const banner = document.querySelector('sao-session-timeout-banner');
      banner?.setAttribute('expired-url', url);
      void banner?.updateComplete.then(() => banner.expire());
    }, here);
    await inState(page, 'expired');
    await page.getByRole('link', { name: 'Sign in again' }).waitFor();
    assert.equal(await page.evaluate(() => 'before' in window), true);
  });

  test('signing out leads away after the end, too', async () => {
    await expire('sign-out-url="/signed-out"');
    await inState(page, 'expired');
    await page.evaluate(() => void document.querySelector('sao-session-timeout-banner')?.signOut());
    await page.waitForURL('**/signed-out');
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
