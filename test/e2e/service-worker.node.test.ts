import assert from 'node:assert/strict';
import { test } from 'node:test';
import puppeteer, { TargetType, type CDPSession } from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../../scripts/test/browsers.js';
import { startSite } from '../../scripts/soak/site.js';
import type { Votes } from '../../src/votes.js';

/** In the page. */
declare const votes: Votes;

/** The id under which the browser knows the site's service worker. */
async function registrationOf(session: CDPSession, url: string): Promise<string> {
  const known = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL === url);
      if (ours) resolve(ours.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  return known;
}

async function openSite() {
  const site = await startSite();
  const { executable, environment } = await findChromium();
  const browser = await puppeteer.launch({
    executablePath: executable,
    args: chromiumFlags,
    env: environment ?? process.env,
  });
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/service-worker.js', { type: 'module' });
    await navigator.serviceWorker.ready;
  });
  return { site, browser, page };
}

test("a host's service worker delivers what waits when all pages are closed", async () => {
  const { site, browser, page } = await openSite();
  try {
    site.setMode('drop before');
    const { id, durable } = await page.evaluate(() => votes.cast({ article: 'kept', score: 4, max: 5 }));
    assert.equal(durable, true);
    const elsewhere = await browser.newPage();
    await page.close();
    assert.equal(site.held.size, 0);

    site.setMode('fine');
    const arrived = site.arrival(id);
    const session = await elsewhere.createCDPSession();
    const registrationId = await registrationOf(session, site.url);
    const tag = 'sao-widgets';
    await session.send('ServiceWorker.dispatchSyncEvent', {
      origin: new URL(site.url).origin,
      registrationId,
      tag,
      lastChance: false,
    });
    await arrived;
    assert.deepEqual(
      [...site.held.values()].map((vote) => [vote.id, vote.score]),
      [[id, 4]],
    );
  } finally {
    await browser.close();
    site.close();
  }
});

test('the browser is to come again while the vote of any reader waits that the worker can send', async () => {
  const { site, browser, page } = await openSite();
  try {
    site.setMode('503');
    await page.evaluate(async (key) => {
      // As the host's configure({ voter }) does.
      const { configuration } =
        (document as unknown as Record<symbol, { configuration: object }>)[Symbol.for(key)] ?? {};
      Object.assign(configuration ?? {}, { voter: 'reader 7' });
      await votes.cast({ article: 'kept', score: 4, max: 5 });
    }, 'sao-widgets');
    const target = await browser.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER);
    const worker = await target.worker();
    assert.ok(worker);
    const sync = () =>
      worker.evaluate(async () => {
        let work: Promise<void> | undefined;
        dispatchEvent(
          Object.assign(new Event('sync'), {
            tag: 'sao-widgets',
            waitUntil(promise: Promise<void>) {
              work = promise;
            },
          }),
        );
        return work?.then(
          () => 'done',
          (error: unknown) => String(error),
        );
      });
    assert.equal(await sync(), 'Error: Some votes still wait.');
    site.setMode('fine');
    await page.evaluate(() => votes.flush());
    assert.equal(site.held.size, 1);
    assert.equal(await sync(), 'done');
  } finally {
    await browser.close();
    site.close();
  }
});
