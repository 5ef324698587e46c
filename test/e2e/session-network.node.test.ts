import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { inState, open, tab, type Host } from './session-page.js';

const reasons = (page: Page) => page.evaluate(() => (window as { reasons?: string[] }).reasons ?? []);

describe('a server that cannot be heard', () => {
  let browser: Browser;
  let host: Host;

  before(async () => {
    ({ browser, host } = await open());
  });

  after(async () => {
    await browser.close();
    host.server.closeAllConnections();
    host.server.close();
  });

  const warned = async (attributes: string): Promise<Page> => {
    const page = await tab(await (await browser.newContext()).newPage(), host, attributes);
    await inState(page, 'warning');
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { reasons: heard });
      addEventListener('sao-session-extend-failed', ({ detail }) => heard.push(detail.reason));
    });
    return page;
  };

  test('a keep-alive that hangs is given up after ten seconds, and tried again', async () => {
    const page = await warned('timeout="60" warning="60" keep-alive-url="/hanging"');
    await Promise.all([page.waitForRequest('**/hanging'), page.getByRole('button').click()]);
    await inState(page, 'extending');
    await page.waitForRequest('**/hanging', { timeout: 15_000 });
    assert.deepEqual(await reasons(page), ['timeout']);
    await inState(page, 'extending');
  });

  test('without a network it says so, counts on, and extends when the network is back', async () => {
    host.left = 1800;
    const page = await warned('timeout="60" warning="60" keep-alive-url="/keep-alive"');
    await page.context().setOffline(true);
    await page.getByRole('button').click();
    await inState(page, 'offline');
    await page.waitForFunction(() => (window as { reasons?: string[] }).reasons?.length);
    assert.deepEqual(await reasons(page), ['network']);
    const countdown = page.getByRole('timer');
    const before = await countdown.textContent();
    assert.match(before ?? '', /Time left: \d\d seconds/);
    await page.waitForFunction(
      (text) =>
        document.querySelector('sao-session-timeout-banner')?.shadowRoot?.querySelector('[role=timer]')?.textContent !==
        text,
      before,
    );
    await page.context().setOffline(false);
    await inState(page, 'idle');
  });
});
