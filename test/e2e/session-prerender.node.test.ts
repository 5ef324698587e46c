import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './session-page.js';

test('nothing happens while the page is prerendered; once it is seen, it is like any other', async (context) => {
  const { browser, host } = await open();
  try {
    const page = await browser.newPage();
    const fetched = new Promise<void>((resolve) => {
      host.server.on('request', (request) => {
        if (request.url === '/banner.js') resolve();
      });
    });
    await page.goto(`${host.origin}/prerenders`);
    const prerendered = await Promise.race([
      fetched.then(() => true),
      new Promise<false>((resolve) => setTimeout(resolve, 5_000, false)),
    ]);
    if (!prerendered) {
      context.skip('this browser does not prerender');
      return;
    }
    // Ten seconds before the warning the status is asked, which is at once here, were the page in sight.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    assert.deepEqual(host.requests, []);
    const asked = page.waitForRequest('**/status');
    await page.getByRole('link').click();
    await asked;
    const activationStart = await page.evaluate(
      () => (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number }).activationStart,
    );
    assert.ok(activationStart > 0, 'it was not the prerendered page');
  } finally {
    await browser.close();
    host.server.closeAllConnections();
    host.server.close();
  }
});
