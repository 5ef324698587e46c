import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { configure } from '../../src/shared/configuration.js';
import type { SaoStarRating } from '../../src/star-rating.js';
import { waitUntil } from '../wait-until.js';
import { endpoint, freshArticle, hasState, part, rate, star, useFakeEndpoint } from './rating-page.js';

const settled = (rating: Element) => waitUntil(() => !hasState(rating, 'loading'), 'the tally');
const tally = (article: string, sum: number, count: number) => ({
  article,
  sum,
  count,
  histogram: [0, 0, 0, 0, count],
});

describe('tallies', () => {
  const used = useFakeEndpoint();

  it('of all ratings of a page are asked for at once, each article once', async () => {
    used.server.onGet = (articles) => Response.json({ tallies: articles.map((article) => tally(article, 17, 4)) });
    const articles = [freshArticle(), freshArticle(), `${freshArticle()}?a=1&b=2`];
    const box = await fixture<HTMLElement>(html`<div lang="vi"></div>`);
    for (const article of [...articles, articles[0] ?? '']) {
      const rating = document.createElement('sao-star-rating');
      rating.article = article;
      box.append(rating);
      await rating.updateComplete;
    }
    const ratings = [...box.querySelectorAll<SaoStarRating>('sao-star-rating')];
    expect(ratings.every((rating) => hasState(rating, 'loading'))).to.equal(true);
    await Promise.all(ratings.map(settled));
    expect(used.server.gets.map(({ searchParams }) => searchParams.getAll('article'))).to.deep.equal([articles]);
    for (const rating of ratings) {
      await rating.updateComplete;
      expect(part(rating, 'summary')?.textContent).to.include('Tổng số điểm của bài viết là: 17 trong 4 đánh giá');
    }
  });

  it('are asked for a hundred at a time', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        ${Array.from({ length: 101 }, () => html`<sao-star-rating article=${freshArticle()}></sao-star-rating>`)}
      </div>`,
    );
    await Promise.all([...box.children].map(settled));
    expect(used.server.gets.map(({ searchParams }) => searchParams.size)).to.deep.equal([100, 1]);
  });

  it('are kept for the page', async () => {
    const article = freshArticle();
    await settled(await fixture(html`<sao-star-rating article=${article}></sao-star-rating>`));
    const later = await fixture(html`<sao-star-rating article=${article} summary="short"></sao-star-rating>`);
    expect(hasState(later, 'loading')).to.equal(false);
    expect(part(later, 'summary')?.textContent).to.equal('0 (0)');
    expect(used.server.gets).to.have.length(1);
  });

  it('are not asked for when average and count are given, nor of NukeViet', async () => {
    await rate();
    await fixture(html`<sao-star-rating article=${freshArticle()} protocol="nukeviet" token="t"></sao-star-rating>`);
    const asking = await fixture(html`<sao-star-rating article="asked" average="3"></sao-star-rating>`);
    await settled(asking);
    expect(used.server.gets.map(({ searchParams }) => searchParams.getAll('article'))).to.deep.equal([['asked']]);
  });

  it('go to each endpoint by itself, keeping its query', async () => {
    const other = `${endpoint}?site=1`;
    const box = await fixture(
      html`<div>
        <sao-star-rating article=${freshArticle()}></sao-star-rating>
        <sao-star-rating article=${freshArticle()} endpoint=${other}></sao-star-rating>
      </div>`,
    );
    await Promise.all([...box.children].map(settled));
    expect(used.server.gets.map(({ searchParams }) => searchParams.get('site'))).to.have.members([null, '1']);
  });

  it('carry the configured headers and credentials', async () => {
    const fetch = window.fetch.bind(window);
    let init: RequestInit | undefined;
    window.fetch = (input, given) => {
      init = given;
      return fetch(input, given);
    };
    configure({ headers: () => Promise.resolve({ 'X-Reader': 'r' }), credentials: 'include' });
    await settled(await fixture(html`<sao-star-rating article=${freshArticle()}></sao-star-rating>`));
    window.fetch = fetch;
    configure({ credentials: undefined });
    expect(new Headers(init?.headers).get('X-Reader')).to.equal('r');
    expect(init?.credentials).to.equal('include');
  });

  for (const [what, answer] of Object.entries({
    'an error': () => new Response('', { status: 500 }),
    'no answer': () => Promise.reject(new TypeError('offline')),
    'no JSON': () => new Response('<html>'),
    'other JSON': () => Response.json(null),
    'wrong tallies': () => Response.json({ tallies: [{ article: 'a', sum: 'x', count: -1 }] }),
  })) {
    it(`leave the rating usable after ${what}`, async () => {
      used.server.onGet = answer;
      const rating = await fixture<SaoStarRating>(html`<sao-star-rating article=${freshArticle()}></sao-star-rating>`);
      await settled(rating);
      expect(part(rating, 'summary')?.textContent).not.to.match(/\d/);
      const sent = oneEvent(rating, 'sao-vote-sent');
      star(rating, 5).click();
      await sent;
      await rating.updateComplete;
      expect(part(rating, 'summary')?.textContent).to.include('Total score: 5 in 1 rating');
    });
  }

  it('in the answer to a vote win over an older one that comes late', async () => {
    let answerLate: (value: Response) => void = () => undefined;
    used.server.onGet = () => new Promise((resolve) => (answerLate = resolve));
    const article = freshArticle();
    const rating = await fixture<SaoStarRating>(html`<sao-star-rating article=${article}></sao-star-rating>`);
    await waitUntil(() => used.server.gets.length);
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 5).click();
    await sent;
    answerLate(Response.json({ tallies: [tally(article, 0, 0)] }));
    await nextFrame();
    await rating.updateComplete;
    expect(part(rating, 'summary')?.textContent).to.include('5 in 1');
  });

  it('are asked for again after a vote whose answer told none', async () => {
    used.server.onPost = () => new Response(null, { status: 204 });
    const article = freshArticle();
    const rating = await fixture<SaoStarRating>(html`<sao-star-rating article=${article}></sao-star-rating>`);
    await settled(rating);
    used.server.onGet = () => Response.json({ tallies: [tally(article, 5, 1)] });
    star(rating, 5).click();
    await waitUntil(() => part(rating, 'summary')?.textContent.includes('Total score: 5 in 1 rating'));
    expect(used.server.gets).to.have.length(2);
  });

  it('are not asked for after a vote either, where average and count are given', async () => {
    used.server.onPost = () => new Response(null, { status: 204 });
    const rating = await rate();
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 5).click();
    await sent;
    await rating.updateComplete;
    expect(hasState(rating, 'loading')).to.equal(false);
    expect(used.server.gets).to.have.length(0);
  });

  it('hold their place while they are on their way', async () => {
    const rating = await fixture<SaoStarRating>(html`<sao-star-rating article=${freshArticle()}></sao-star-rating>`);
    const before = rating.getBoundingClientRect().height;
    await settled(rating);
    await rating.updateComplete;
    expect(rating.getBoundingClientRect().height).to.equal(before);
  });

  it('are drawn as a chart that says the same in words', async () => {
    used.server.onGet = ([article = '']) =>
      Response.json({ tallies: [{ article, sum: 17, count: 4, histogram: [0, 0, 1, 1, 2] }] });
    const rating = await fixture<SaoStarRating>(
      html`<sao-star-rating lang="en" histogram article=${freshArticle()}></sao-star-rating>`,
    );
    await waitUntil(() => part(rating, 'histogram'));
    expect(part(rating, 'histogram')?.getAttribute('aria-label')).to.equal(
      'Votes for each star – 5: 2, 4: 1, 3: 1, 2: 0, 1: 0',
    );
    const bars = [...(rating.shadowRoot?.querySelectorAll('progress') ?? [])];
    expect(bars.map(({ position }) => position)).to.deep.equal([1, 0.5, 0.5, 0, 0]);
  });
});
