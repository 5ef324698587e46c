import { expect, html } from '@open-wc/testing';
import type { Configuration } from '../../src/shared/configuration.js';
import { votes } from '../../src/votes.js';
import { closeTabs, openTab, type Tab } from '../votes/other-tab.js';
import { silenceDatabase } from '../votes/silent-database.js';
import { waitUntil } from '../wait-until.js';
import { endpoint, freshArticle, rate, star, useFakeEndpoint } from './rating-page.js';

describe('a rating whose page cannot read the database', function () {
  // More than one of the waits below may be needed.
  this.timeout(60_000);
  const used = useFakeEndpoint();
  let letGo: (() => Promise<void>) | undefined;
  afterEach(async () => {
    await letGo?.();
    letGo = undefined;
    closeTabs();
  });

  /** The reader's vote on an article, of an earlier visit to another page. */
  async function earlierVote(): Promise<string> {
    const article = freshArticle();
    const earlier = await openTab('', { endpoint });
    await earlier.votes.cast({ article, score: 2, max: 5 });
    await earlier.votes.flush();
    await waitUntil(async () => (await earlier.votes.own(article))?.state === 'sent');
    closeTabs();
    return article;
  }

  /** A later visit, on which the reader is asked for consent. */
  async function visit(article: string, configured: Partial<Configuration> = {}) {
    const tab = await openTab(`<sao-star-rating once average="3" count="1" article="${article}"></sao-star-rating>`, {
      endpoint,
      ...configured,
    });
    const [rating] = tab.window.document.getElementsByTagName('sao-star-rating');
    if (!rating) throw new Error('There is no rating.');
    const told: string[] = [];
    for (const type of ['sao-vote', 'sao-vote-sent']) rating.addEventListener(type, () => told.push(type));
    return { ...tab, rating, told };
  }

  const comeBack = ({ window }: Pick<Tab, 'window'>) =>
    window.document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));

  it('shows the vote of an earlier visit after consent, which is final where it is to be', async () => {
    const { configure, rating, told } = await visit(await earlierVote(), { storage: 'memory' });
    await rating.updateComplete;
    expect(rating.value).to.equal(null);
    configure({ storage: 'persistent' });
    await waitUntil(() => rating.value === 2);
    star(rating, 5).click();
    expect(rating.value).to.equal(2);
    expect(told, 'nothing happened just now').to.deep.equal([]);
  });

  it('shows it once the database answers again, and announces nothing', async () => {
    const article = await earlierVote();
    letGo = await silenceDatabase();
    const tab = await visit(article);
    const { rating, told } = tab;
    expect(await tab.votes.own(article)).to.equal(null);
    await letGo();
    comeBack(tab);
    await waitUntil(() => rating.value === 2);
    expect(told).to.deep.equal([]);
  });

  it('tells each event once, though the database takes late what it was not waited for', async () => {
    await earlierVote();
    const article = freshArticle();
    const rating = await rate(html`<sao-star-rating article=${article} average="3" count="1"></sao-star-rating>`);
    const told: string[] = [];
    const ended = new Promise<void>((resolve) => {
      for (const type of ['sao-vote', 'sao-vote-sent']) {
        rating.addEventListener(type, () => {
          told.push(type);
          if (type === 'sao-vote-sent') resolve();
        });
      }
    });
    letGo = await silenceDatabase();
    star(rating, 4).click();
    await ended;
    await letGo();
    comeBack({ window });
    await waitUntil(async () => (await votes.recall(article))?.durable);
    await votes.flush();
    await votes.recall(article);
    expect(told).to.deep.equal(['sao-vote', 'sao-vote-sent']);
  });

  it('tells of an end that came in another tab while the database was away here', async () => {
    const counts = used.server.onPost;
    used.server.onPost = () => new Response('', { status: 503 });
    const article = freshArticle();
    const tab = await visit(article);
    star(tab.rating, 4).click();
    await waitUntil(() => tab.told.includes('sao-vote'));
    letGo = await silenceDatabase();
    expect(await tab.votes.own(article)).to.include({ state: 'pending' });
    await letGo();
    used.server.onPost = counts;
    // This one is not to send it itself.
    tab.window.fetch = () => Promise.reject(new TypeError('offline'));
    const other = await openTab('', { endpoint });
    await waitUntil(async () => {
      await other.votes.flush();
      return (await other.votes.own(article))?.state === 'sent';
    });
    expect(tab.told).to.deep.equal(['sao-vote']);
    comeBack(tab);
    await waitUntil(() => tab.told.length > 1);
    await tab.votes.recall(article);
    expect(tab.told).to.deep.equal(['sao-vote', 'sao-vote-sent']);
  });
});
