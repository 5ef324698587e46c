import assert from 'node:assert/strict';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { after, before, suite, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { startDemo } from './demo.js';
import { Profile } from './profile.js';

const total = 'Tổng số điểm của bài viết là: 4 trong 1 đánh giá';

suite('the main job, on the seed article', () => {
  const profile = new Profile();
  let demo: Awaited<ReturnType<typeof startDemo>>;

  before(async () => {
    demo = await startDemo();
  });

  after(async () => {
    await profile.remove();
    assert.equal(await demo.stop(), 0, 'Ctrl-C ends the demo cleanly');
  });

  test('a vote cast offline survives SIGKILL and is counted once from another page of the site', async () => {
    const offline = await openPage(await profile.open(), demo.news);
    await offline.context().setOffline(true);
    const cast = offline.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('sao-vote', (event) => resolve((event as CustomEvent<unknown>).detail));
        }),
    );
    await clickStar(offline, 4);
    const detail = (await cast) as { score: number; durable: boolean };
    assert.equal(detail.score, 4);
    assert.equal(detail.durable, true);
    await profile.kill();

    const online = await openPage(await profile.open(), `${demo.news}/news`);
    await online.locator('sao-star-rating').first().getByText(total).waitFor();
    const canonical = `${demo.news}/news/dai-hoi-chi-bo-16.html`;
    const answer = await fetch(`${demo.news}/votes?article=${encodeURIComponent(canonical)}`);
    const { tallies } = (await answer.json()) as { tallies: unknown[] };
    assert.deepEqual(tallies, [{ article: canonical, sum: 4, count: 1, histogram: [0, 0, 0, 1, 0] }]);
    await profile.kill();
  });

  test('the partner site, another origin, shows the same tally', async () => {
    const partner = await openPage(await profile.open(), demo.partner);
    await partner.locator('sao-article-card sao-star-rating').getByText(total).waitFor();
    await profile.kill();
  });

  test('a taken port is told, with what to do', async () => {
    const second = spawn('node', ['demo/start.js'], { env: { ...process.env, PORT: String(demo.port) } });
    let said = '';
    second.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const [code] = (await once(second, 'exit')) as [number];
    assert.equal(code, 1);
    assert.match(said, new RegExp(`Port ${demo.port} is taken.*PORT=`));
  });
});

async function openPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function clickStar(page: Page, star: number): Promise<void> {
  await page
    .locator('sao-star-rating')
    .first()
    .getByRole('radio')
    .nth(star - 1)
    .click();
}
