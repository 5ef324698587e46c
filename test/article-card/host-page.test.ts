import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../src/article-card.js';
import { useFakeEndpoint } from '../star-rating/rating-page.js';
import { waitUntil } from '../wait-until.js';

const sample = (name: string) => new URL(`./samples/${name}`, import.meta.url).href;

describe('the page around a card', () => {
  const used = useFakeEndpoint();

  for (const rating of [false, true]) {
    it(`does not move from first paint to loaded${rating ? ', with a rating and its tally' : ''}`, async function () {
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
      used.server.onGet = async (articles) => {
        await nextFrame();
        const tallies = articles.map((article) => ({ article, sum: 12_345, count: 3456, histogram: [0, 0, 1, 1, 2] }));
        return Response.json({ tallies });
      };
      const { send } = XMLHttpRequest.prototype as { send: (this: XMLHttpRequest) => void };
      const waiting: (() => void)[] = [];
      XMLHttpRequest.prototype.send = function () {
        waiting.push(() => send.call(this));
      };
      const shifts: PerformanceEntry[] = [];
      const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
      observer.observe({ type: 'layout-shift' });
      const sizes = [
        [160, 'auto'],
        [240, 'auto'],
        [300, 'compact'],
        [300, 'horizontal'],
        [360, 'auto'],
        [600, 'auto'],
      ] as const;
      const address = (index: number) => `${sample('wordpress.rss.xml')}?${index}-${rating}`;
      const box = await fixture<HTMLElement>(
        html`<div>
          ${sizes.map(
            ([width, layout], index) =>
              html`<div style="inline-size: ${width}px; float: left">
                <sao-article-card lang="vi" src=${address(index)} layout=${layout} ?rating=${rating}></sao-article-card>
                <p>What follows</p>
              </div>`,
          )}
        </div>`,
      );
      for (let frame = 0; frame < 5 || waiting.length < sizes.length; frame++) await nextFrame();
      XMLHttpRequest.prototype.send = send;
      const cards = [...box.querySelectorAll('sao-article-card')];
      const loads = cards.map((card) => oneEvent(card, 'sao-load'));
      waiting.forEach((go) => go());
      await Promise.all(loads);
      const hasTally = (card: Element) =>
        /12.345/.test(
          card.shadowRoot?.querySelector('sao-star-rating')?.renderRoot.querySelector('[part=summary]')?.textContent ??
            '',
        );
      if (rating) await waitUntil(() => cards.every(hasTally));
      for (let frame = 0; frame < 5; frame++) await nextFrame();
      shifts.push(...observer.takeRecords());
      observer.disconnect();
      expect(shifts.map((shift) => (shift as PerformanceEntry & { value: number }).value)).to.deep.equal([]);
    });
  }

  it('may require Trusted Types and a strict style policy', async () => {
    const policy = `require-trusted-types-for 'script'; trusted-types lit-html dompurify; style-src ${location.origin}; script-src ${location.origin} 'unsafe-inline'`;
    const frame = document.createElement('iframe');
    const violations: string[] = [];
    Object.assign(window, { violated: (what: string) => violations.push(what) });
    frame.srcdoc = `<!doctype html><html lang="vi"><head>
      <meta http-equiv="Content-Security-Policy" content="${policy}">
      <script>addEventListener('securitypolicyviolation', (event) => parent.violated(event.violatedDirective + ' ' + event.sample));
        addEventListener('sao-load', () => parent.loaded());</script>
      <script type="module" src="${new URL('../../src/article-card.ts', import.meta.url).href}"></script></head>
      <body><sao-article-card structured-data src="${sample('wordpress.rss.xml')}"></sao-article-card></body></html>`;
    const load = new Promise((resolve) => Object.assign(window, { loaded: resolve }));
    document.body.append(frame);
    await load;
    const inside = frame.contentDocument;
    const card = inside?.querySelector('sao-article-card');
    expect(card?.shadowRoot?.querySelector('[part=heading]')?.textContent).to.contain('A bridge’s first day');
    expect(card?.shadowRoot?.querySelector('[part=body] a')?.getAttribute('href')).to.equal(
      'https://courier.example/map',
    );
    while (!inside?.querySelector('head > script[type="application/ld+json"]')) await nextFrame();
    frame.remove();
    Reflect.deleteProperty(window, 'violated');
    // What no page can be spared: structured data is data, but its element is a script's; and without setHTML only a
    // parser can read entities, which is tried, reported, and done without.
    const allowed = 'setHTML' in Element.prototype ? /schema\.org/ : /schema\.org|DOMParser/;
    expect(violations.filter((violation) => !allowed.test(violation))).to.deep.equal([]);
  });
});
