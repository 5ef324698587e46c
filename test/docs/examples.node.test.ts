import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, suite, test, type TestContext } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createEndpoint } from '../../src/endpoint.js';
import { chromiumFlags, findChromium } from '../../scripts/test/browsers.js';
import { runInNode, runShell } from './example-commands.js';
import { bundled, pageWith, serveExamples, site } from './example-site.js';
import { fencesOf, guides, type Fence } from './fences.js';
import { unknownAttributes, unknownStyles } from './vocabulary.js';

suite('the examples of the guides', () => {
  let browser: Browser;
  const endpoint = createEndpoint({ database: ':memory:', rate: 0 });

  before(async () => {
    const { executable, environment } = await findChromium();
    browser = await chromium.launch({
      executablePath: executable,
      args: chromiumFlags,
      ...(environment ? { env: environment } : {}),
    });
  });

  after(async () => {
    await browser.close();
    await endpoint.close();
  });

  /** Opens a page of the site with this on it, lets the example do its part, and votes wherever one can vote. */
  async function onPage(html: string, act: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    const context = await browser.newContext();
    await serveExamples(context, endpoint, () => pageWith(html));
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      const isMeant = html.includes('missing') && message.text().includes('404');
      if (message.type() === 'error' && !isMeant) troubles.push(message.text());
    });
    await page.goto(`${site}/a/16`);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('*')].every(({ localName }) =>
        localName.startsWith('sao-') ? customElements.get(localName) : true,
      ),
    );
    await act(page);
    const stars = page.getByRole('radio');
    if (/<sao-star-rating|\srating\b/.test(html) && !html.includes('session-timeout-banner')) {
      await stars.nth(3).click();
      await page.waitForFunction(() => {
        const cards = [...document.querySelectorAll('sao-article-card')].map(({ shadowRoot }) => shadowRoot);
        return [document, ...cards].some((tree) => tree?.querySelector('sao-star-rating:state(sent)'));
      });
    }
    assert.deepEqual(troubles, []);
    await context.close();
  }

  const runners: Record<string, (fence: Fence, before: Fence[], t: TestContext) => unknown> = {
    async html({ code }) {
      assert.deepEqual(unknownAttributes(code), []);
      await onPage(code);
    },
    async js(fence, before) {
      if (fence.code.includes('sao-widgets/endpoint')) runInNode(fence.code);
      else await runInBrowser(fence, before, 'js');
    },
    ts: (fence, before) => runInBrowser(fence, before, 'ts'),
    async css({ code }) {
      assert.deepEqual(unknownStyles(code), []);
      await onPage('', async (page) => {
        const rules = await page.evaluate((text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          return [...sheet.cssRules].map((rule) => (rule instanceof CSSStyleRule ? rule.style.length : 0));
        }, code);
        assert.equal(rules.length, code.split('{').length - 1, 'each rule is understood');
        assert.ok(!rules.includes(0), 'each rule says something');
      });
    },
    json({ code }) {
      assert.ok(JSON.parse(code));
    },
    sh: ({ code }) => runShell(code),
    http({ code }) {
      assert.match(code, /^Content-Security-Policy: /);
    },
    php({ code }, _, t) {
      if (spawnSync('php', ['--version']).error) t.skip('There is no PHP here.');
      else execFileSync('php', ['-l'], { input: `<?php ${code}`, stdio: 'pipe' });
    },
    yaml(_, __, t) {
      t.skip('Nothing here reads Drupal’s YAML.');
    },
    mermaid({ code }) {
      const places = [...code.matchAll(/\bsrc\/[\w-]+/g)].map(([place]) => place);
      assert.ok(places.length > 0);
      assert.deepEqual(
        places.filter((place) => !existsSync(place)),
        [],
      );
    },
  };

  /** On the page of the example before it, if that is the markup it is about. */
  async function runInBrowser({ code }: Fence, before: Fence[], loader: 'js' | 'ts'): Promise<void> {
    // An example of types alone leaves nothing to run.
    const content = (await bundled(code, loader)) || 'export {};';
    const last = before.at(-1);
    const isAbout = last?.language === 'html' && code.includes('document.querySelector');
    await onPage(isAbout ? last.code : '', (page) => page.addScriptTag({ type: 'module', content }));
  }

  for (const file of guides) {
    const fences = fencesOf(file);
    fences.forEach((fence, index) => {
      test(`${file}:${fence.line}, ${fence.language}`, async (t) => {
        const run = runners[fence.language];
        assert.ok(run, `No test knows how to run "${fence.language}".`);
        await run(fence, fences.slice(0, index), t);
      });
    });

    test(`${file}: its links lead somewhere`, () => {
      const text = readFileSync(file, 'utf8');
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#([^)]+))?\)/g)];
      for (const [, path = '', anchor] of links) {
        const target = join(dirname(file), path);
        assert.ok(existsSync(target), `${path} is not there`);
        if (anchor) assert.ok(anchorsOf(target).includes(anchor), `${path} has no heading for #${anchor}`);
      }
    });
  }
});

/** The headings' anchors, as GitHub makes them. */
const anchorsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
