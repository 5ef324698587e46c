import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/test/browsers.js';
import { serveFolder } from './static-server.js';

/** A page of the built Storybook. */
export interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  name: string;
}

interface View {
  /** The toolbars' values. */
  globals?: Record<string, string>;
  width?: number;
  height?: number;
}

/** What axe says of a page. */
interface Findings {
  violations: { id: string; help: string; nodes: { html: string }[] }[];
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export function entriesOf(type: Entry['type']): Entry[] {
  const { entries } = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as {
    entries: Record<string, Entry>;
  };
  return Object.values(entries).filter((entry) => entry.type === type);
}

/** The built Storybook, served, and a browser to open its pages in. */
export async function openWorkshop() {
  const server = await serveFolder('storybook-static');
  const { executable, environment } = await findChromium();
  const browser: Browser = await chromium.launch({
    executablePath: executable,
    args: chromiumFlags,
    ...(environment ? { env: definedIn(environment) } : {}),
  });

  /** An empty page of a reader who was never here; `troubles` is what goes wrong on it, all along. */
  async function enter({ width = 900, height = 700 }: View = {}) {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text())) troubles.push(message.text());
    });
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (new URL(url).origin === server.origin || /^(data|blob):/.test(url)) return route.continue();
      troubles.push(`A request leaves the machine: ${url}`);
      return route.abort();
    });
    return { context, page, troubles };
  }

  /** Turns to a story or docs page. */
  async function turnTo(page: Page, id: string, { globals = {} }: View = {}) {
    const type = id.endsWith('--docs') ? 'docs' : 'story';
    const chosen = Object.entries(globals).map(([name, value]) => `${name}:${value}`);
    await page.goto(`${server.origin}/iframe.html?id=${id}&viewMode=${type}&globals=${chosen.join(';')}`);
  }

  /** Opens a story or docs page for a reader who was never here. */
  async function open(id: string, view?: View) {
    const entered = await enter(view);
    await turnTo(entered.page, id, view);
    return entered;
  }

  return {
    browser,
    origin: server.origin,
    enter,
    turnTo,
    open,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** How the story's rendering ended, once it has. */
export async function outcome(page: Page): Promise<string> {
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

/** What axe minds on the page, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate<Findings>(
    `axe.run('#storybook-root', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return violations.map(({ id: rule, help, nodes }) => `${rule}: ${help}: ${nodes[0]?.html ?? ''}`);
}

/** The browser itself reports a missing picture, which is what that story is about. */
const isExpected = (text: string) => text.includes('there-is-none.svg') || text.includes('status of 404');

function definedIn(environment: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
