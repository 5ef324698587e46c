import { expect, oneEvent } from '@open-wc/testing';
import { configure } from '../../src/shared/configuration.js';
import { votes } from '../../src/votes.js';
import type { VoteChange } from '../../src/votes/vote.js';

const endpoint = 'https://votes.example/votes';
const realFetch = globalThis.fetch;
let requests: { url: string; body: Record<string, unknown>; init: RequestInit }[] = [];
let answer: (body: Record<string, unknown>) => Response | Promise<Response> = () => new Response('{}');

const changeOf = async () => (await oneEvent<CustomEvent<VoteChange>>(votes, 'change')).detail;

describe('votes', () => {
  before(async () => {
    globalThis.fetch = (url, init) => {
      const body = JSON.parse(init?.body as string) as Record<string, unknown>;
      requests.push({ url: url as string, body, init: init ?? {} });
      return Promise.resolve(answer(body));
    };
    expect(await votes.own('a', endpoint)).to.equal(null);
    expect(await votes.pending()).to.deep.equal([]);
  });
  after(async () => {
    globalThis.fetch = realFetch;
    configure({ endpoint: undefined });
    await votes.forget();
  });
  beforeEach(async () => {
    await votes.forget();
    configure({ endpoint });
    requests = [];
    answer = ({ article, score }) => Response.json({ article, score, sum: score, count: 1 });
  });

  it('keeps a vote, sends it, and tells when the endpoint has it', async () => {
    const vote = await votes.cast({ article: 'a', score: 4, max: 5 });
    expect(vote).to.include({ article: 'a', score: 4, max: 5, state: 'pending', durable: true });
    const change = await changeOf();
    expect(change.vote).to.include({ id: vote.id, state: 'sent', confirmed: 4, endpoint });
    expect(change.tally).to.include({ sum: 4, count: 1 });
    expect(requests).to.have.length(1);
    expect(requests[0]?.body).to.include({ id: vote.id, article: 'a', score: 4, max: 5 });
    expect(await votes.own('a')).to.include({ state: 'sent', score: 4 });
    expect(await votes.pending()).to.deep.equal([]);
  });

  it('falls back to the last confirmed vote when a later one is refused', async () => {
    await votes.cast({ article: 'a', score: 4, max: 5 });
    await changeOf();
    answer = () => new Response('', { status: 403 });
    await votes.cast({ article: 'a', score: 1, max: 5 });
    const { vote } = await changeOf();
    expect(vote).to.include({ state: 'rejected', reason: 'refused', confirmed: 4 });
  });

  it('says what is wrong with a ballot', async () => {
    for (const wrong of [
      { article: '', score: 1, max: 5 },
      { article: 'a'.repeat(501), score: 1, max: 5 },
      { article: 'a\nb', score: 1, max: 5 },
      { article: 'a', score: 0, max: 5 },
      { article: 'a', score: 2.5, max: 5 },
      { article: 'a', score: 6, max: 5 },
      { article: 'a', score: 1, max: 11 },
    ]) {
      const error = await votes.cast(wrong).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(TypeError);
    }
    configure({ endpoint: undefined });
    expect(await votes.cast({ article: 'a', score: 1, max: 5 }).catch(String)).to.include('endpoint');
    expect(requests).to.deep.equal([]);
  });
});
