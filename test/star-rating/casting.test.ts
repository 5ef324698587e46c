import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../wait-until.js';
import { endpoint, freshArticle, hasState, isIn, part, rate, star, useFakeEndpoint } from './rating-page.js';
import type { SaoStarRating, VoteDetail } from '../../src/star-rating.js';
import { votes } from '../../src/votes.js';
import type { VoteChange } from '../../src/votes/vote.js';

describe('casting', () => {
  const used = useFakeEndpoint();

  it('takes a click, tells that the vote is durable, then that it counts', async () => {
    const article = freshArticle();
    const rating = await rate(html`<sao-star-rating article=${article}></sao-star-rating>`);
    const told: string[] = [];
    for (const type of ['input', 'change', 'sao-vote', 'sao-vote-sent'] as const) {
      rating.addEventListener(type, () => told.push(type));
    }
    const kept = oneEvent(rating, 'sao-vote');
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 4).click();
    expect(rating.value).to.equal(4);
    const { detail } = (await kept) as CustomEvent<VoteDetail>;
    expect(detail).to.include({ article, score: 4, max: 5, durable: true });
    expect(Object.keys(detail)).to.have.members(['id', 'article', 'score', 'max', 'durable']);
    const { detail: end } = (await sent) as CustomEvent<VoteDetail>;
    expect(end).to.include({ id: detail.id, article, score: 4, max: 5, durable: true });
    expect(end.tally).to.include({ sum: 4, count: 1 });
    expect(told).to.deep.equal(['input', 'change', 'sao-vote', 'sao-vote-sent']);
    await isIn(rating, 'sent');
    expect(hasState(rating, 'voted')).to.equal(true);
    expect(hasState(rating, 'pending')).to.equal(false);
    expect(used.server.posts).to.have.length(1);
    expect(part(rating, 'summary')?.textContent).to.include('4');
  });

  it('tells that a vote is kept before that it was sent, however late the outbox says the first', async () => {
    const rating = await rate();
    const told: string[] = [];
    for (const type of ['sao-vote', 'sao-vote-sent'] as const) rating.addEventListener(type, () => told.push(type));
    const { cast } = votes;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    votes.cast = async (ballot) => {
      const vote = await cast(ballot);
      await held;
      return vote;
    };
    try {
      const sentToAll = new Promise<void>((resolve) => {
        votes.addEventListener('change', (event) => {
          const { detail } = event as CustomEvent<VoteChange>;
          if (detail.article === rating.article && detail.vote?.state === 'sent') resolve();
        });
      });
      const sent = oneEvent(rating, 'sao-vote-sent');
      star(rating, 4).click();
      await sentToAll;
      expect(told).to.deep.equal([]);
      letGo();
      await sent;
      expect(told).to.deep.equal(['sao-vote', 'sao-vote-sent']);
    } finally {
      votes.cast = cast;
    }
  });

  it('says no more than it knows: an own pending vote is beside the tally, not in it', async () => {
    let answer: (response: Response) => void = () => undefined;
    used.server.onPost = () => new Promise((resolve) => (answer = resolve));
    const rating = await rate(html`<sao-star-rating lang="vi" average="4.25" count="4"></sao-star-rating>`);
    const kept = oneEvent(rating, 'sao-vote');
    star(rating, 1).click();
    await kept;
    await isIn(rating, 'pending');
    await rating.updateComplete;
    expect(part(rating, 'summary')?.textContent).to.include('17 trong 4 đánh giá');
    expect(part(rating, 'status')?.textContent).to.include('1 sao');
    const sent = oneEvent(rating, 'sao-vote-sent');
    await waitUntil(() => used.server.posts.length);
    answer(Response.json({ article: rating.article, sum: 18, count: 5 }));
    await sent;
    await rating.updateComplete;
    expect(part(rating, 'summary')?.textContent).to.include('18 trong 5 đánh giá');
  });

  it('falls back to what was, and says why, when the vote is refused', async () => {
    used.server.onPost = () => new Response('', { status: 403 });
    const rating = await rate();
    const rejected = oneEvent(rating, 'sao-vote-rejected');
    star(rating, 2).click();
    const { detail } = (await rejected) as CustomEvent<VoteDetail>;
    expect(detail).to.include({ score: 2, reason: 'refused', durable: true });
    await rating.updateComplete;
    expect(rating.value).to.equal(null);
    expect(hasState(rating, 'rejected')).to.equal(true);
    expect(part(rating, 'status')?.textContent).to.include('refused');
  });

  it('shows what the endpoint holds for the reader, where that is another vote', async () => {
    used.server.onPost = ({ article, score }) =>
      Response.json({ article, sum: 2, count: 1, score: score === 4 ? 2 : score });
    const rating = await rate(html`<sao-star-rating lang="en" average="3" count="3"></sao-star-rating>`);
    let sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 4).click();
    await sent;
    await rating.updateComplete;
    expect(rating.value).to.equal(2);
    expect(part(rating, 'status')?.textContent).to.include('You chose 2 stars. Your vote is counted.');
    sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 5).click();
    await sent;
    expect(rating.value).to.equal(5);
  });

  it('is told once for each that can vote, and for the one that cast; not for one that only shows', async () => {
    const article = freshArticle();
    const box = await fixture<HTMLElement>(
      html`<div>
        <sao-star-rating article=${article} average="3" count="3"></sao-star-rating>
        <sao-star-rating article=${article} average="3" count="3"></sao-star-rating>
        <sao-star-rating article=${article} average="3" count="3" readonly></sao-star-rating>
      </div>`,
    );
    const told: string[] = [];
    const ratings = [...box.querySelectorAll<SaoStarRating>('sao-star-rating')];
    const [caster, other] = ratings;
    if (!caster || !other) throw new Error('There are three.');
    for (const type of ['sao-vote', 'sao-vote-sent'] as const) {
      box.addEventListener(type, ({ target }) => told.push(`${type} ${ratings.indexOf(target as SaoStarRating)}`));
    }
    caster.addEventListener('change', () => (caster.readonly = true));
    const sent = oneEvent(other, 'sao-vote-sent');
    star(caster, 3).click();
    await sent;
    expect(told.sort()).to.deep.equal(['sao-vote 0', 'sao-vote-sent 0', 'sao-vote-sent 1']);
  });

  it('is told to every element for the article', async () => {
    const article = freshArticle();
    const both = await fixture<HTMLElement>(
      html`<div>
        <sao-star-rating article=${article} endpoint=${endpoint}></sao-star-rating>
        <sao-star-rating article=${article}></sao-star-rating>
      </div>`,
    );
    const [one, other] = both.querySelectorAll<SaoStarRating>('sao-star-rating');
    if (!one || !other) throw new Error('There are two.');
    const sent = oneEvent(other, 'sao-vote-sent');
    star(one, 3).click();
    expect(other.value).to.equal(3);
    await sent;
    await other.updateComplete;
    expect(other.value).to.equal(3);
    expect(hasState(other, 'sent')).to.equal(true);
  });
});
