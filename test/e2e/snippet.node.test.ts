import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { after, before, suite, test } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { createEndpoint } from '../../src/endpoint.js';
import type { BrowserContext, Page } from 'playwright-core';
import { startDemo } from './demo.js';
import { Profile } from './profile.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const hashes = JSON.parse(readFileSync('dist/embed/integrity.json', 'utf8')) as Record<string, string>;

suite('the snippet builder of the demo', () => {
  const profile = new Profile();
  let context: BrowserContext;
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let pasted = '';
  const host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Empty</title><body>${pasted}</body></html>`);
  });
  let hostOrigin: string;
  let endpoint: ReturnType<typeof createEndpoint>;
  let votes: ReturnType<typeof createAdaptorServer>;
  let votesOrigin: string;

  before(async () => {
    demo = await startDemo();
    hostOrigin = await listen(host);
    endpoint = createEndpoint({ database: ':memory:', allowOrigins: [hostOrigin] });
    votes = createAdaptorServer({ fetch: endpoint });
    votesOrigin = await listen(votes as Server);
    context = await profile.open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: demo.news });
  });

  after(async () => {
    await profile.remove();
    host.close();
    votes.close();
    await endpoint.close();
    await demo.stop();
  });

  /** The builder with these answers, and what its button copies. */
  async function copiedCode(answer: (page: Page) => Promise<unknown>): Promise<string> {
    const page = await context.newPage();
    await page.goto(`${demo.news}/snippet`);
    await page.getByLabel('Endpoint').fill(`${votesOrigin}/votes`);
    await answer(page);
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await page.getByText('Copied.').waitFor();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    await page.close();
    return code;
  }

  /** Votes on an empty page of another origin that holds the code alone; returns what the endpoint counted. */
  async function voteOnEmptyPage(code: string, article: string): Promise<unknown> {
    pasted = code;
    const page = await context.newPage();
    await page.goto(hostOrigin);
    await page.getByRole('radio').nth(3).click();
    await page.waitForFunction(() => {
      const card = document.querySelector('sao-article-card');
      return (card?.shadowRoot ?? document).querySelector('sao-star-rating')?.matches(':state(sent)');
    });
    await page.close();
    const answer = await fetch(`${votesOrigin}/votes?article=${encodeURIComponent(article)}`);
    return ((await answer.json()) as { tallies: unknown[] }).tallies[0];
  }

  for (const kind of ['Module', 'Classic']) {
    test(`what it copies takes a vote on another origin (${kind})`, async () => {
      const article = `https://news.example/a/${kind}`;
      const code = await copiedCode(async (page) => {
        await page.getByLabel('Article id').fill(article);
        await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
      });
      const file = kind === 'Module' ? 'sao-star-rating.js' : 'sao-star-rating.iife.js';
      assert.ok(code.includes(`/sao-widgets@${version}/dist/embed/${file}"`), code);
      assert.ok(code.includes(`integrity="${hashes[file] ?? 'no hash'}"`), code);
      const tally = await voteOnEmptyPage(code, article);
      assert.deepEqual(tally, { article, sum: 4, count: 1, histogram: [0, 0, 0, 1, 0] });
    });
  }

  test('the card with its feed, the rating in it, in French', async () => {
    const article = 'https://news.example/a/card';
    const code = await copiedCode(async (page) => {
      await page.getByLabel('Article card').check();
      await page.getByLabel('Article id').fill(article);
      await page.getByLabel('Language').selectOption('fr');
    });
    const tally = await voteOnEmptyPage(code, article);
    assert.deepEqual(tally, { article, sum: 4, count: 1, histogram: [0, 0, 0, 1, 0] });
  });

  test('whatever is typed stays a value', async () => {
    const article = `"><img src=x onerror="document.title='taken over'"> & 'co' </script>`;
    const code = await copiedCode((page) => page.getByLabel('Article id').fill(article));
    const tally = await voteOnEmptyPage(code, article);
    assert.deepEqual(tally, { article, sum: 4, count: 1, histogram: [0, 0, 0, 1, 0] });
  });

  test('the preview works on both hosts, and follows what is chosen', async () => {
    const page = await context.newPage();
    await page.goto(`${demo.news}/snippet`);
    for (const host of ['plain', 'hostile']) {
      await page.frameLocator(`iframe[title*=${host}]`).getByRole('radio').first().waitFor();
    }
    await page.getByLabel('Session-timeout banner').check();
    for (const host of ['plain', 'hostile']) {
      await page.frameLocator(`iframe[title*=${host}]`).getByRole('timer').waitFor();
    }
    await page.close();
  });
});

async function listen(server: Server): Promise<string> {
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('No port.');
  return `http://localhost:${address.port}`;
}
