import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, suite, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/test/browsers.js';
import { serveFolder } from './static-server.js';

interface Entry {
  id: string;
  type: string;
  title: string;
  name: string;
}

/** What axe says of a page. */
interface Findings {
  violations: { id: string; help: string; nodes: { html: string }[] }[];
}

const { entries } = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as {
  entries: Record<string, Entry>;
};
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

suite('the stories', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;

  before(async () => {
    server = await serveFolder('storybook-static');
    const { executable, environment } = await findChromium();
    browser = await chromium.launch({
      executablePath: executable,
      args: chromiumFlags,
      ...(environment ? { env: definedIn(environment) } : {}),
    });
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  test('there are at least 45 of them', () => {
    assert.ok(stories.length >= 45, `${stories.length} stories`);
  });

  for (const { id, title, name } of stories) {
    test(`${title}: ${name}`, async () => {
      const context = await browser.newContext({ viewport: { width: 900, height: 700 } });
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text())) troubles.push(message.text());
      });
      await page.route('**/*', (route) => {
        const { url } = { url: route.request().url() };
        if (new URL(url).origin === server.origin || /^(data|blob):/.test(url)) return route.continue();
        troubles.push(`A request leaves the machine: ${url}`);
        return route.abort();
      });
      await page.goto(`${server.origin}/iframe.html?id=${id}&viewMode=story`);
      assert.equal(await outcome(page), 'finished', 'the story renders and plays through');
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate<Findings>(
        `axe.run('#storybook-root', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
      );
      assert.deepEqual(
        violations.map(({ id: rule, help, nodes }) => `${rule}: ${help}: ${nodes[0]?.html ?? ''}`),
        [],
      );
      assert.deepEqual(troubles, []);
      await context.close();
    });
  }
});

/** How the story's rendering ended, once it has. */
async function outcome(page: Page): Promise<string> {
  const phase = await page.waitForFunction(() => {
    const preview = (window as unknown as { __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } } })
      .__STORYBOOK_PREVIEW__;
    const now = preview?.currentRender?.phase;
    return now && ['finished', 'errored', 'aborted'].includes(now) ? now : undefined;
  });
  const ended = String(await phase.jsonValue());
  if (ended === 'finished') return ended;
  return `${ended}: ${(await page.locator('#error-message').textContent()) ?? ''}`;
}

/** The browser itself reports a missing picture, which is what that story is about. */
const isExpected = (text: string) => text.includes('there-is-none.svg') || text.includes('status of 404');

function definedIn(environment: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
