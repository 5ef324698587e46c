import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { startDemo } from './demo.js';
import { Profile } from './profile.js';

suite("the demo's controls", () => {
  const profile = new Profile();
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let page: Page;

  before(async () => {
    demo = await startDemo();
    page = await (await profile.open()).newPage();
    await page.goto(demo.news);
  });

  after(async () => {
    await profile.remove();
    await demo.stop();
  });

  const control = (name: string) => page.getByRole('button', { name });
  const star = (number: number) =>
    page
      .locator('sao-star-rating')
      .first()
      .getByRole('radio')
      .nth(number - 1);
  /** Waits until the panel says so many votes wait and so much is counted. */
  const shows = (waiting: string, counted: string) =>
    page.waitForFunction(
      ([waiting, counted]) =>
        document.getElementById('waiting')?.textContent === waiting &&
        document.getElementById('counted')?.textContent === counted,
      [waiting, counted],
    );

  test('a vote waits while the endpoint is stopped, over a reload too, and arrives when it runs again', async () => {
    await shows('0 votes', '0 points in 0 votes');
    await control('Stop the endpoint').click();
    await star(5).click();
    await shows('1 vote', 'out of reach');
    await page.reload();
    await shows('1 vote', 'out of reach');
    assert.equal(await control('Stop the endpoint').getAttribute('aria-pressed'), 'true');
    await control('Stop the endpoint').click();
    await shows('0 votes', '5 points in 1 vote');
    assert.equal(await control('Stop the endpoint').getAttribute('aria-pressed'), 'false');
  });

  test('a vote waits while the page is offline, and arrives when it is online again', async () => {
    await control('Go offline').click();
    await star(2).click();
    await shows('1 vote', 'out of reach');
    await control('Go offline').click();
    await shows('0 votes', '2 points in 1 vote');
  });

  test('the bar warns of the end of a shortened session, and can extend it', async () => {
    await control('Shorten the session').click();
    await page
      .locator('sao-session-timeout-banner')
      .getByRole('button', { name: 'duy trì trạng thái đăng nhập' })
      .click();
    await page.getByText('sao-session-extended').waitFor();
  });

  test('no link leads nowhere, in the pages and in the feed', async () => {
    const seen = new Set<string>();
    const visit = async (address: string) => {
      if (seen.has(address)) return;
      seen.add(address);
      const response = await fetch(address);
      assert.equal(response.status, 200, address);
      const text = await response.text();
      if (!/html|rss/.test(response.headers.get('Content-Type') ?? '')) return;
      for (const [, link = ''] of text.matchAll(/(?:\s(?:href|src|url|image)="|<link>)([^"#<]+)/g))
        await visit(new URL(link, address).href);
    };
    await visit(`${demo.news}/`);
    await visit(`${demo.news}/news/rss`);
    assert.ok(seen.has(`${demo.partner}/`) && seen.size > 15, [...seen].join(' '));
  });
});

test('the demo says why it does not start without its database', async () => {
  const environment = { ...process.env, PORT: '1', DATABASE_URL: '/nowhere/votes.db' };
  const child = spawn('node', ['demo/start.js'], { env: environment });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 1);
  assert.match(said, /^The database file \/nowhere\/votes\.db cannot be opened[^\n]*\n$/);
});
