import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import { inState, open, tab, type Host } from './session-page.js';

describe('one session in several tabs', () => {
  let browser: Browser;
  let context: BrowserContext;
  let host: Host;

  before(async () => {
    ({ browser, host } = await open());
    context = await browser.newContext();
  });

  after(async () => {
    await browser.close();
    host.server.close();
  });

  const twoTabs = async (attributes: string) => {
    host.requests.length = 0;
    host.left = 1800;
    const first = await tab(await context.newPage(), host, attributes);
    const second = await tab(await context.newPage(), host, attributes);
    return [first, second] as const;
  };

  test('extending in one extends all, with one request', async () => {
    const [first, second] = await twoTabs('session="extend" timeout="22" warning="20" keep-alive-url="/keep-alive"');
    await Promise.all([inState(first, 'warning'), inState(second, 'warning')]);
    await second.getByRole('button', { name: 'Click here to stay signed in' }).click();
    await Promise.all([inState(first, 'idle'), inState(second, 'idle')]);
    assert.deepEqual(host.requests, ['POST /keep-alive']);
  });

  test('extending in all at once takes one request, and each says so once, an idle one too', async () => {
    const tabs = await twoTabs('session="at-once" keep-alive-url="/keep-alive"');
    const idle = await tab(await context.newPage(), host, 'session="at-once" keep-alive-url="/keep-alive"');
    const all = [...tabs, idle];
    for (const page of all) {
      await inState(page, 'idle');
      await page.evaluate(() => {
        document.documentElement.dataset.extended = '';
        document.addEventListener('sao-session-extended', () => {
          document.documentElement.dataset.extended = `${document.documentElement.dataset.extended}x`;
        });
      });
    }
    // News below five seconds more is none.
    host.left = 1900;
    await Promise.all(
      tabs.map((page) => page.evaluate(() => document.querySelector('sao-session-timeout-banner')?.extend())),
    );
    for (const page of all)
      await page.waitForFunction(() => document.documentElement.dataset.extended, null, { polling: 50 });
    // Longer than a tab waits for the one that was first.
    await tabs[0].waitForTimeout(1_500);
    assert.deepEqual(host.requests, ['POST /keep-alive']);
    for (const page of all) assert.equal(await page.evaluate(() => document.documentElement.dataset.extended), 'x');
  });

  test('the end reaches all', async () => {
    const [first, second] = await twoTabs('session="end"');
    await first.evaluate(() => document.querySelector('sao-session-timeout-banner')?.expire());
    await Promise.all([inState(first, 'expired'), inState(second, 'expired')]);
  });

  test('signing out reaches all', async () => {
    const [first, second] = await twoTabs('session="out" timeout="60" sign-out-url="/signed-out"');
    await first.getByRole('button', { name: 'Sign out' }).click();
    await first.waitForURL('**/signed-out');
    await inState(second, 'expired');
  });

  test('another session is left alone', async () => {
    const first = await tab(await context.newPage(), host, 'session="a"');
    const second = await tab(await context.newPage(), host, 'session="b"');
    await first.evaluate(() => document.querySelector('sao-session-timeout-banner')?.expire());
    await inState(first, 'expired');
    await inState(second, 'idle');
  });

  test('use that is still to be told spares both tabs the warning, and is told once', async () => {
    const tabs = await twoTabs('session="untold" timeout="24" warning="20" keep-alive-url="/keep-alive"');
    for (const page of tabs)
      await page.evaluate(() => {
        document.addEventListener('sao-session-warning', () => (document.title = 'warned'));
      });
    const [first, second] = tabs;
    const told = host.heard('/keep-alive');
    await second.bringToFront();
    await second.keyboard.press('a');
    // Past the moment of the warning, which comes four seconds after the beginning.
    await told;
    await Promise.all([inState(first, 'idle'), inState(second, 'idle')]);
    assert.deepEqual(await Promise.all(tabs.map((page) => page.title())), ['Host', 'Host']);
    assert.deepEqual(host.requests, ['POST /keep-alive']);
  });

  test('use of one tab keeps the other from warning', async () => {
    const [first, second] = await twoTabs('session="use" timeout="24" warning="20"');
    await Promise.all([inState(first, 'warning'), inState(second, 'warning')]);
    await second.bringToFront();
    await second.keyboard.press('a');
    await Promise.all([inState(first, 'idle'), inState(second, 'idle')]);
  });

  test('a frozen tab blocks nothing, ends nothing, and knows all when it thaws', async () => {
    const [first, second] = await twoTabs('session="frozen" timeout="24" warning="20"');
    const session = await context.newCDPSession(first);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await inState(second, 'warning');
    await second.getByRole('button', { name: 'Click here to stay signed in' }).click();
    await inState(second, 'idle');
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await inState(first, 'idle');
    await inState(second, 'idle');
  });
});
