import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { missing, startBrowser, voteForEver } from '../../scripts/soak/browser.js';
import { startSite } from '../../scripts/soak/site.js';
import type { Votes } from '../../src/votes.js';
import { databaseAnswers } from '../votes/database-answers.js';

type Kept = Parameters<typeof missing>[0] extends Iterable<infer Vote> ? Vote : never;
type Site = Awaited<ReturnType<typeof startSite>>;
type RunningBrowser = NonNullable<Awaited<ReturnType<typeof startBrowser>>>;
type Page = Awaited<ReturnType<RunningBrowser['open']>>;

/** In the page. */
declare const votes: Votes;

const profiles: string[] = [];
after(() => {
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
const newProfile = () => {
  const profile = mkdtempSync(join(tmpdir(), 'sao-widgets-profile-'));
  profiles.push(profile);
  return profile;
};

/** What waits in the database: an outbox that could not open it in time tries again when the reader comes back. */
const pendingOn = async (tab: Page) => {
  await tab.evaluate(databaseAnswers);
  return tab.evaluate(async () => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    return Promise.all((await votes.pending()).map(({ article }) => votes.recall(article)));
  }) as Promise<unknown> as Promise<Kept[]>;
};

/** Lets the page deliver until nothing waits. */
async function drain(site: Site, tab: Page): Promise<void> {
  site.setMode('fine');
  const deadline = Date.now() + 40_000;
  while ((await pendingOn(tab)).length > 0) {
    assert.ok(Date.now() < deadline, 'what waits is delivered');
    await tab.evaluate(() => votes.flush());
  }
}

for (const name of ['chrome', 'firefox'] as const) {
  test(`${name}: killed at any moment, every vote that was said to be kept is there and arrives`, async (context) => {
    const profile = newProfile();
    const site = await startSite();
    const kept = new Map<string, Kept>();
    let last: RunningBrowser | undefined;
    try {
      for (const mode of ['503', 'hanging', 'drop after', 'fine'] as const) {
        site.setMode(mode);
        const browser = await startBrowser(name, profile);
        if (!browser) {
          context.skip('not installed');
          return;
        }
        const tab = await browser.open(site.url, (vote) => kept.set(vote.article, vote));
        // It ends with the browser.
        tab.evaluate(voteForEver, mode, 5).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 900));
        await browser.kill();
      }
      assert.ok(kept.size > 10, `only ${kept.size} votes were kept`);
      site.setMode('503');
      last = await startBrowser(name, profile);
      assert.ok(last);
      const tab = await last.open(site.url);
      assert.deepEqual(missing(kept.values(), [...(await pendingOn(tab)), ...site.held.values()]), []);
      await drain(site, tab);
      assert.deepEqual(missing(kept.values(), site.held.values()), []);
      assert.deepEqual(site.miscounted(), []);
    } finally {
      await last?.close();
      site.close();
    }
  });

  test(`${name}: two tabs vote while the endpoint is away, close, and all arrive at the next visit`, async (context) => {
    const profile = newProfile();
    const site = await startSite();
    try {
      site.setMode('drop before');
      const before = await startBrowser(name, profile);
      if (!before) {
        context.skip('not installed');
        return;
      }
      const tabs = [await before.open(site.url), await before.open(site.url)];
      for (const [n, tab] of tabs.entries()) {
        await tab.evaluate(async (which) => {
          for (let article = 0; article < 6; article++) {
            await votes.cast({ article: `tab ${which} article ${article}`, score: 3, max: 5 });
          }
        }, n);
      }
      await before.close();
      site.setMode('fine');
      const again = await startBrowser(name, profile);
      assert.ok(again);
      const tab = await again.open(site.url);
      await drain(site, tab);
      assert.equal(site.held.size, 12);
      assert.equal(new Set([...site.held.values()].map(({ voter }) => voter)).size, 1);
      await again.close();
    } finally {
      site.close();
    }
  });
}
