import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { inState, open, type Host } from './session-page.js';

interface SessionServer {
  signIn(id: string): void;
  signOut(id: string): void;
  answer(request: Request): Response;
}

/** The examples of the guide, in its order. */
const guide = readFileSync('docs/session-timeout-banner.md', 'utf8');
const examples = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]*(?:\`[^\`]+\`[^\`]*)*?)\`\`\``, 'g'))].map(
    ([, code = '']) => code,
  );

describe('the guide to the session-timeout banner', () => {
  const [markup = ''] = examples('html');
  const [serverCode = '', pageCode = ''] = examples('js');
  const [css = ''] = examples('css');
  let browser: Browser;
  let host: Host;
  let server: Server;
  let origin: string;
  let session: SessionServer;
  let drafts: string[];

  before(async () => {
    ({ browser, host } = await open());
    session = (await import(`data:text/javascript,${encodeURIComponent(serverCode)}`)) as SessionServer;
    drafts = [];
    server = createServer((request, response) => {
      const { method = 'GET', headers, url = '/' } = request;
      if (url.startsWith('/session/')) {
        const answer = session.answer(
          new Request(`${origin}${url}`, { method, headers: { cookie: headers.cookie ?? '' } }),
        );
        void answer.text().then((body) => response.writeHead(answer.status).end(body));
      } else if (url === '/draft') {
        let body = '';
        request.on('data', (chunk) => (body += String(chunk)));
        request.on('end', () => {
          drafts.push(body);
          response.end();
        });
      } else {
        response
          .setHeader('content-type', 'text/html; charset=utf-8')
          .setHeader('set-cookie', 'session=reader')
          .end(
            `<!doctype html><html lang="en"><title>Host</title><style>${css}</style>
          <form><textarea name="comment" aria-label="Comment"></textarea></form>${markup}
          <script>${pageCode}</script><script src="${host.origin}/banner.js"></script>`,
          );
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(async () => {
    await browser.close();
    for (const one of [server, host.server]) {
      one.closeAllConnections();
      one.close();
    }
  });

  test('shows a page that extends, saves what was typed at the end, and leads back in', async () => {
    session.signIn('reader');
    const page = await browser.newPage();
    await page.goto(origin);
    await inState(page, 'idle');
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('sao-session-extended', resolve, { once: true });
          document.querySelector('sao-session-timeout-banner')?.extend();
        }),
    );
    await page.getByLabel('Comment').fill('Not yet sent');
    session.signOut('reader');
    await page.evaluate(() => document.querySelector('sao-session-timeout-banner')?.extend());
    await inState(page, 'expired');
    assert.equal(drafts.length, 1);
    assert.match(drafts[0] ?? '', /Not yet sent/);
    const link = page.getByRole('link', { name: 'Sign in again' });
    assert.equal(await link.getAttribute('href'), `${origin}/session/sign-in`);
  });

  test('shows looks that apply', async () => {
    session.signIn('reader');
    const page = await browser.newPage();
    await page.goto(origin);
    await inState(page, 'idle');
    // The page's own attributes are the guide's, but for an end that is near.
    await page.evaluate(() => {
      const banner = document.querySelector('sao-session-timeout-banner');
      for (const name of ['status-url', 'keep-alive-url']) banner?.removeAttribute(name);
      banner?.setAttribute('timeout', '30');
    });
    await inState(page, 'warning');
    const button = page.getByRole('button', { name: 'Click here to stay signed in' });
    assert.equal(await button.evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(179, 38, 30)');
    const surface = page.getByRole('region');
    assert.deepEqual(
      await surface.evaluate((element) => {
        const { backgroundColor, color, borderTopColor } = getComputedStyle(element);
        return { backgroundColor, color, borderTopColor, atTop: element.getBoundingClientRect().top < 40 };
      }),
      {
        backgroundColor: 'rgb(255, 248, 230)',
        color: 'rgb(34, 34, 34)',
        borderTopColor: 'rgb(179, 38, 30)',
        atTop: true,
      },
    );
  });

  test('shows a limit that is read where there is no script, and only there', async () => {
    const limit = 'noscript p';
    const without = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await without.goto(origin);
    assert.equal(await without.locator(limit).isVisible(), true);
    session.signIn('reader');
    const page = await browser.newPage();
    await page.goto(origin);
    await inState(page, 'idle');
    assert.equal(await page.locator(limit).isVisible(), false);
  });
});
