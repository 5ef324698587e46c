import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { configure } from '../../src/shared/configuration.js';
import { page } from '../../src/shared/page.js';
import type { SaoStarRating } from '../../src/star-rating.js';
import { waitUntil } from '../wait-until.js';
import {
  endpoint,
  freshArticle,
  hasState,
  isIn,
  part,
  rate,
  star,
  stars,
  useFakeEndpoint,
  warningsDuring,
} from './rating-page.js';

const given = html`<sao-star-rating average="3" count="3"></sao-star-rating>`;

describe('where a vote goes', () => {
  const used = useFakeEndpoint();

  async function articleOf(rating: SaoStarRating): Promise<string | undefined> {
    await rating.updateComplete;
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 3).click();
    await sent;
    return used.server.posts.at(-1)?.article;
  }

  it('is the enclosing card’s article, through shadow roots too', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <sao-article-card article="card" href="/no">${given}</sao-article-card>
        <sao-article-card href="/a/16"><p></p></sao-article-card>
      </div>`,
    );
    const [slotted] = box.querySelectorAll('sao-star-rating');
    const host = box.querySelector('p');
    const inner = document.createElement('sao-star-rating');
    host?.attachShadow({ mode: 'open' }).append(inner);
    expect(slotted && (await articleOf(slotted))).to.equal('card');
    expect(await articleOf(inner)).to.equal('/a/16');
  });

  it('is the page around it in a frame without an address', async () => {
    const frame = document.createElement('iframe');
    const told = new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data), { once: true }));
    const source = '/src/star-rating/article-id.ts';
    frame.srcdoc = `<script type="module">
      import { articleAround } from '${source}';
      parent.postMessage(articleAround(document.body));
    </script>`;
    document.body.append(frame);
    expect(await told).to.equal(location.href.replace(/#.*/, ''));
    frame.remove();
  });

  it('is the canonical address, else the page’s without hash', async () => {
    history.replaceState(null, '', `${location.pathname}${location.search}#comments`);
    const rating = await fixture<SaoStarRating>(given);
    expect(await articleOf(rating)).to.equal(location.href.replace('#comments', ''));
    const link = Object.assign(document.createElement('link'), { rel: 'canonical', href: 'https://news.example/a' });
    document.head.append(link);
    expect(await articleOf(await fixture<SaoStarRating>(given))).to.equal('https://news.example/a');
    link.remove();
  });

  it('is its own endpoint, with its token', async () => {
    configure({ endpoint: 'https://elsewhere.example/' });
    const rating = await rate(
      html`<sao-star-rating endpoint=${endpoint} token="signed" average="3" count="3"></sao-star-rating>`,
    );
    await articleOf(rating);
    expect(used.server.posts[0]?.token).to.equal('signed');
  });

  it('is the page’s transport where there is no endpoint', async () => {
    const sent: string[] = [];
    configure({
      endpoint: undefined,
      transport: ({ article }) => {
        sent.push(article);
        return Promise.resolve(Response.json({ sum: 3, count: 1, article }));
      },
    });
    const article = freshArticle();
    const rating = await fixture<SaoStarRating>(html`<sao-star-rating article=${article}></sao-star-rating>`);
    await articleOf(rating);
    expect(sent).to.deep.equal([article]);
    await rating.updateComplete;
    expect(part(rating, 'summary')?.textContent).to.include('3 in 1');
  });

  it('is nowhere without an endpoint: shown, not offered, and told once', async () => {
    configure({ endpoint: undefined });
    const warnings = await warningsDuring(async () => {
      const box = await fixture(html`<div>${given}${given}</div>`);
      await waitUntil(() => page.said.size, 'a warning');
      for (const rating of box.children) expect(part(rating, 'stars')?.getAttribute('role')).to.equal('img');
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/<sao-star-rating> endpoint: missing/);
  });

  it('may be told after the element came', async () => {
    configure({ endpoint: undefined });
    const warnings = await warningsDuring(async () => {
      const rating = await rate();
      expect(stars(rating)).to.have.length(0);
      configure({ endpoint });
      await rating.updateComplete;
      expect(stars(rating)).to.have.length(5);
      await articleOf(rating);
    });
    expect(warnings).to.deep.equal([]);
  });

  it('is no address that is not http(s)', async () => {
    const warnings = await warningsDuring(async () => {
      const rating = await rate(
        html`<sao-star-rating endpoint="javascript:alert(1)" average="1" count="1"></sao-star-rating>`,
      );
      await waitUntil(() => page.said.size, 'a warning');
      expect(stars(rating)).to.have.length(0);
    });
    expect(warnings).to.have.length(1);
  });
});

describe('where nothing can be stored', () => {
  const used = useFakeEndpoint();

  it('says that leaving would lose the vote, and sao-vote waits for the confirmation', async () => {
    configure({ storage: 'memory' });
    let answer: (response: Response) => void = () => undefined;
    used.server.onPost = () => new Promise((resolve) => (answer = resolve));
    const rating = await rate();
    const told: [string, boolean][] = [];
    for (const type of ['sao-vote', 'sao-vote-sent'] as const) {
      rating.addEventListener(type, ({ detail }) => told.push([type, detail.durable]));
    }
    star(rating, 4).click();
    await isIn(rating, 'pending');
    await waitUntil(() => part(rating, 'status')?.textContent.includes('leaving would lose your vote'));
    expect(told).to.deep.equal([]);
    await waitUntil(() => used.server.posts.length);
    const sent = oneEvent(rating, 'sao-vote-sent');
    answer(Response.json({}));
    await sent;
    expect(told).to.deep.equal([
      ['sao-vote', false],
      ['sao-vote-sent', false],
    ]);
    await rating.updateComplete;
    expect(hasState(rating, 'sent')).to.equal(true);
  });

  it('tells a vote that could be stored after all', async () => {
    configure({ storage: 'memory' });
    let answer: (response: Response) => void = () => undefined;
    used.server.onPost = () => new Promise((resolve) => (answer = resolve));
    const rating = await rate();
    star(rating, 4).click();
    await waitUntil(() => used.server.posts.length);
    const kept = oneEvent(rating, 'sao-vote');
    configure({ storage: 'persistent' });
    answer(new Response('', { status: 503 }));
    expect(((await kept) as CustomEvent<{ durable: boolean }>).detail.durable).to.equal(true);
  });
});

describe('bad input', () => {
  useFakeEndpoint();

  it('does not include what templates pass: strings and undefined', async () => {
    const warnings = await warningsDuring(async () => {
      const rating = await rate();
      Object.assign(rating, { max: '5', average: '2.5', count: undefined, value: undefined });
      await rating.updateComplete;
      expect([rating.max, rating.average, rating.count, rating.value]).to.deep.equal([5, 2.5, null, null]);
      expect(star(rating, 5).getAttribute('aria-label')).to.equal('5 stars out of 5: very good');
    });
    expect(warnings).to.deep.equal([]);
  });

  for (const [attribute, value, check] of [
    ['max', '0', ({ max }) => max === 5],
    ['max', '11', ({ max }) => max === 5],
    ['average', 'abc', ({ average }) => average === null],
    ['average', '9', ({ average }) => average === null],
    ['count', '-1', ({ count }) => count === null],
    ['count', '1.5', ({ count }) => count === null],
    ['value', '4.5', ({ value }) => value === null],
    ['value', '6', ({ value }) => value === null],
    ['value', '', ({ value }) => value === null],
    ['summary', 'long', ({ summary }) => summary === 'full'],
    ['protocol', 'NukeViet', ({ protocol }) => protocol === null],
  ] as [string, string, (rating: SaoStarRating) => boolean][]) {
    it(`${attribute}="${value}" is told once, and nothing breaks`, async () => {
      const warnings = await warningsDuring(async () => {
        const rating = document.createElement('sao-star-rating');
        rating.setAttribute(attribute, value);
        (await fixture<HTMLElement>(html`<div></div>`)).append(rating);
        await rating.updateComplete;
        rating.requestUpdate();
        await rating.updateComplete;
        expect(check(rating)).to.equal(true);
        expect(stars(rating)).to.have.length(5);
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(`<sao-star-rating> ${attribute}="${value}"`);
    });
  }
});
