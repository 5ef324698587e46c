import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startBrowser } from '../../scripts/soak/browser.js';
import { startSite } from '../../scripts/soak/site.js';
import type { Votes } from '../../src/votes.js';

type Site = Awaited<ReturnType<typeof startSite>>;
type Browser = NonNullable<Awaited<ReturnType<typeof startBrowser>>>;
type Page = Awaited<ReturnType<Browser['open']>>;

/** In the page. */
declare const votes: Votes;

/** The contract's longest time until another tab takes over from one that is dead or frozen. */
const takeover = 25_000;

const castIn = (tab: Page, article: string, score = 4) =>
  tab.evaluate(({ article, score }) => votes.cast({ article, score, max: 5 }), { article, score });

/** The state of the own vote as the tab knows it. */
const stateIn = (tab: Page, article: string) =>
  tab.evaluate(async (name) => (await votes.own(name))?.state, article) as Promise<unknown>;

/** Waits until the tab knows that its vote was sent. */
async function untilSentIn(tab: Page, article: string): Promise<void> {
  await tab.evaluate(async (name) => {
    while ((await votes.own(name))?.state !== 'sent') {
      await new Promise((resolve) => {
        votes.addEventListener('change', resolve, { once: true });
      });
    }
  }, article);
}

/** Whether the browser keeps any page for a return; Chromium's headless shell keeps none. */
async function keepsPages(tab: Page, site: Site): Promise<boolean> {
  // Documents without the outbox.
  await tab.goto(`${site.url}votes.js`);
  await tab.evaluate(() => Object.assign(globalThis, { kept: true }));
  await tab.goto(`${site.url}service-worker.js`);
  await tab.goBack();
  return tab.evaluate(() => 'kept' in globalThis);
}

/** Ends the process that the tab lives in. */
async function crash(tab: Page): Promise<void> {
  const session = await tab.createCDPSession();
  const crashed = new Promise((resolve) => tab.once('error', resolve));
  // Nobody is left to answer it.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await session.detach();
}

for (const name of ['chrome', 'firefox'] as const) {
  describe(`${name}: the tabs of an origin`, () => {
    const profile = mkdtempSync(join(tmpdir(), 'sao-widgets-profile-'));
    let browser: Browser | undefined;
    let site: Site;

    before(async () => {
      browser = await startBrowser(name, profile);
    });
    after(async () => {
      await browser?.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    });
    /** A test in the browser, skipped where there is none, or where it lacks what the test is about. */
    const inBrowser = (
      title: string,
      work: (browser: Browser, skip: (why: string) => void) => Promise<void>,
      only = name,
    ) => {
      test(title, async (context) => {
        const skip = (why: string) => {
          context.skip(why);
        };
        if (!browser) skip('not installed');
        else if (only !== name) skip(`${name} has no way to do that`);
        else {
          site = await startSite();
          try {
            await work(browser, skip);
          } finally {
            site.close();
          }
        }
      });
    };

    /** A tab with a vote under way to an endpoint that does not answer, and a second one beside it. */
    const withVoteUnderWay = async (opened: Browser) => {
      const second = await opened.open(site.url);
      const first = await opened.open(site.url);
      site.setMode('hanging');
      const { id } = await castIn(first, 'under way');
      await site.receipt(id);
      return { first, second, id };
    };

    /** Resolves when the vote counts, and fails where that takes longer than the contract allows. */
    const arrivesInTime = async (id: string) => {
      const late = AbortSignal.timeout(takeover);
      await Promise.race([
        site.arrival(id),
        new Promise((_, reject) => {
          late.onabort = () => {
            reject(new Error('no other tab took over in time'));
          };
        }),
      ]);
    };

    inBrowser('ten of them vote at once, and each vote travels once', async (opened) => {
      const tabs: Page[] = [];
      while (tabs.length < 10) tabs.push(await opened.open(site.url));
      const cast = await Promise.all(tabs.map((tab, n) => castIn(tab, `article of tab ${n}`)));
      for (const [n, tab] of tabs.entries()) await untilSentIn(tab, `article of tab ${n}`);
      assert.deepEqual([...site.received].sort(), cast.map(({ id }) => id).sort());
      assert.equal(new Set([...site.held.values()].map(({ voter }) => voter)).size, 1, 'one reader');
      for (const tab of tabs) await tab.close();
    });

    inBrowser('ten of them vote on one article, and the last vote stands in all', async (opened) => {
      const tabs: Page[] = [];
      while (tabs.length < 10) tabs.push(await opened.open(site.url));
      await Promise.all(tabs.map((tab, n) => castIn(tab, 'the same', 1 + (n % 5))));
      for (const tab of tabs) await untilSentIn(tab, 'the same');
      const own = await Promise.all(
        tabs.map((tab) => tab.evaluate(async () => (await votes.own('the same'))?.id ?? '')),
      );
      assert.equal(new Set(own).size, 1, 'all tabs agree');
      assert.deepEqual(
        [...site.held.values()].map(({ id }) => id),
        own.slice(0, 1),
        'and so does the endpoint',
      );
      assert.deepEqual(site.miscounted(), []);
      for (const tab of tabs) await tab.close();
    });

    inBrowser('one is closed with a vote under way: another sends it', async (opened) => {
      const { first, second, id } = await withVoteUnderWay(opened);
      await first.close();
      site.setMode('fine');
      await arrivesInTime(id);
      await untilSentIn(second, 'under way');
      await second.close();
    });

    inBrowser(
      'one crashes with a vote under way: another sends it',
      async (opened) => {
        const { first, second, id } = await withVoteUnderWay(opened);
        await crash(first);
        site.setMode('fine');
        await arrivesInTime(id);
        await untilSentIn(second, 'under way');
        await Promise.all([first.close(), second.close()]);
      },
      'chrome',
    );

    inBrowser(
      'one is frozen with a vote under way: another sends it, and the frozen one learns of it when it thaws',
      async (opened) => {
        const { first, second, id } = await withVoteUnderWay(opened);
        const session = await first.createCDPSession();
        await session.send('Page.setWebLifecycleState', { state: 'frozen' });
        site.setMode('fine');
        await arrivesInTime(id);
        await untilSentIn(second, 'under way');
        await session.send('Page.setWebLifecycleState', { state: 'active' });
        await untilSentIn(first, 'under way');
        await Promise.all([first.close(), second.close()]);
      },
      'chrome',
    );

    inBrowser('one is left and returned to: the page after it sends, and it agrees', async (opened, skip) => {
      const tab = await opened.open(site.url);
      await tab.evaluateOnNewDocument(() => {
        addEventListener('pageshow', ({ persisted }) => {
          if (persisted) console.log('returned');
        });
      });
      await tab.goto(`${site.url}?left`);
      await tab.waitForFunction('globalThis.votes !== undefined');
      site.setMode('503');
      const { id } = await castIn(tab, 'left');
      // Until nothing is under way: a page left in the middle of that is not kept.
      await tab.evaluate(() => votes.flush());
      await tab.goto(`${site.url}?next`);
      await tab.waitForFunction('globalThis.votes !== undefined');
      assert.equal(await stateIn(tab, 'left'), 'pending');
      site.setMode('fine');
      const arrived = site.arrival(id);
      await tab.evaluate(() => votes.flush());
      await arrived;
      const returned = new Promise<boolean>((resolve) => {
        tab.on('console', (message) => {
          if (message.text() === 'returned') resolve(true);
        });
        tab.once('load', () => {
          resolve(false);
        });
      });
      await tab.evaluate(() => {
        setTimeout(() => {
          history.back();
        });
      });
      if (await returned) await untilSentIn(tab, 'left');
      else if (await keepsPages(tab, site)) assert.fail('a page with an outbox is not kept');
      else skip('this browser has no back/forward cache');
      await tab.close();
    });
  });
}
