import { expect } from '@open-wc/testing';
import { configure } from '../../src/shared/configuration.js';
import { page } from '../../src/shared/page.js';
import { votes } from '../../src/votes.js';
import type { Ballot, VoteChange } from '../../src/votes/vote.js';
import { waitUntil } from '../wait-until.js';
import { databaseAnswers } from './database-answers.js';
import { ended, endpoint, FakeEndpoint, unconfigure } from './fake-endpoint.js';
import { closeTabs, openTab } from './other-tab.js';

const ballot = { article: 'a', score: 4, max: 5 };

describe('votes', () => {
  let fake: FakeEndpoint;
  before(async function () {
    this.timeout(60_000);
    await databaseAnswers();
  });
  beforeEach(async () => {
    await votes.forget();
    unconfigure();
    configure({ endpoint });
    fake = new FakeEndpoint();
  });
  afterEach(async () => {
    closeTabs();
    await votes.forget();
    unconfigure();
    fake.remove();
  });

  it('keeps a vote, sends it, and tells when the endpoint has it', async () => {
    const vote = await votes.cast(ballot);
    expect(vote).to.include({ ...ballot, state: 'pending', durable: true });
    const change = await ended(votes);
    expect(change.vote).to.include({ id: vote.id, state: 'sent', confirmed: 4, endpoint });
    expect(change.tally).to.include({ sum: 4, count: 1 });
    expect(fake.requests).to.have.length(1);
    expect(await votes.own('a')).to.include({ state: 'sent', score: 4 });
    expect(await votes.pending()).to.deep.equal([]);
  });

  it('finds the own vote at whatever endpoint it was cast, the latest first, and none on a page without endpoint', async () => {
    configure({ endpoint: undefined });
    expect(await votes.own('a')).to.equal(null);
    await votes.cast({ ...ballot, endpoint: 'https://votes.example/one' });
    await votes.cast({ ...ballot, endpoint: 'https://votes.example/two', score: 2 });
    expect(await votes.own('a')).to.include({ score: 2 });
    expect(await votes.recall('a')).to.include({ score: 2, endpoint: 'https://votes.example/two' });
    expect(await votes.recall('a', 'https://votes.example/one')).to.include({ score: 4 });
  });

  it('tells of a vote what the contract names, and nothing of its own business', async () => {
    fake.answer = () => new Response('', { status: 503 });
    const { id } = await votes.cast(ballot);
    expect(await votes.own('a')).to.deep.equal({ id, ...ballot, state: 'pending' });
    expect(await votes.pending()).to.deep.equal([{ id, ...ballot, state: 'pending' }]);
  });

  it('lists the votes of the reader who is there', async () => {
    fake.answer = () => new Response('', { status: 503 });
    configure({ voter: 'one' });
    await votes.cast(ballot);
    configure({ voter: 'two' });
    expect(await votes.pending()).to.deep.equal([]);
    configure({ voter: 'one' });
    expect(await votes.pending()).to.have.length(1);
  });

  it('speaks the wire protocol', async () => {
    const { id } = await votes.cast({ ...ballot, token: 'signed' });
    await ended(votes);
    const [request] = fake.requests;
    expect(request?.url).to.equal(endpoint);
    expect(request?.init).to.include({ method: 'POST', credentials: 'omit', keepalive: true });
    expect(request?.headers.get('Content-Type')).to.equal('application/json');
    expect(request?.headers.get('Idempotency-Key')).to.equal(id);
    const { voter, castAt, ...rest } = JSON.parse(request?.body ?? '') as Record<string, string>;
    expect(rest).to.deep.equal({ id, ...ballot, token: 'signed' });
    expect(id).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(voter).to.match(/^[0-9a-f-]{36}$/);
    expect(new Date(castAt ?? '').toISOString()).to.equal(castAt);
  });

  it('sends json-simple without a header of its own', async () => {
    configure({ protocol: 'json-simple', credentials: 'include' });
    await votes.cast(ballot);
    await ended(votes);
    expect([...(fake.requests[0]?.headers.keys() ?? [])]).to.deep.equal([]);
    expect(fake.requests[0]?.init.credentials).to.equal('include');
  });

  it('asks for headers each time, and once more after a 401', async () => {
    let asked = 0;
    configure({ headers: () => Promise.resolve({ Authorization: `Bearer ${++asked}` }) });
    fake.answer = (request) =>
      request.headers.get('Authorization') === 'Bearer 2'
        ? FakeEndpoint.counts(request)
        : new Response('', { status: 401 });
    await votes.cast(ballot);
    expect((await ended(votes)).vote.state).to.equal('sent');
    expect(fake.requests).to.have.length(2);
  });

  it('takes a 401 as final where fresh headers do not help, or there are none', async () => {
    fake.answer = () => new Response('', { status: 401 });
    await votes.cast(ballot);
    expect((await ended(votes)).vote.reason).to.equal('refused');
    configure({ headers: () => ({}) });
    await votes.cast(ballot);
    expect((await ended(votes)).vote.reason).to.equal('refused');
    expect(fake.requests).to.have.length(3);
  });

  it('sends nothing that was forgotten while headers were made', async () => {
    let make: ((headers: Record<string, string>) => void) | undefined;
    configure({ headers: () => new Promise((resolve) => (make = resolve)) });
    await votes.cast(ballot);
    await waitUntil(() => make);
    await votes.forget();
    make?.({});
    configure({ headers: undefined });
    await votes.cast({ ...ballot, article: 'b' });
    await ended(votes);
    expect(fake.requests.map(({ vote }) => vote.article)).to.deep.equal(['b']);
  });

  it('lets a vote that travels by means of its page wait for a page that has said them', async () => {
    const authorization = () => fake.requests.map(({ headers }) => headers.get('Authorization'));
    fake.answer = () => new Response('', { status: 503 });
    const first = await openTab('', { endpoint });
    first.configure({ headers: () => ({ Authorization: 'first' }) });
    await first.votes.cast(ballot);
    await waitUntil(() => fake.requests.length > 0);
    await first.votes.flush();
    closeTabs();
    const before = fake.requests.length;
    fake.answer = FakeEndpoint.counts;
    const later = await openTab('', { endpoint });
    await later.votes.flush();
    await votes.flush();
    expect(fake.requests).to.have.length(before);
    later.configure({ headers: () => ({ Authorization: 'later' }) });
    await later.votes.flush();
    await waitUntil(async () => (await later.votes.own('a'))?.state === 'sent');
    expect([...new Set(authorization())]).to.deep.equal(['first', 'later']);
  });

  it('waits when headers or transport fail', async () => {
    let fails = true;
    configure({ headers: () => (fails ? Promise.reject(new Error('no session')) : Promise.resolve({})) });
    await votes.cast(ballot);
    await votes.flush();
    expect(await votes.pending()).to.have.length(1);
    fails = false;
    await votes.flush();
    expect(await votes.own('a')).to.include({ state: 'sent' });
    configure({ transport: () => Promise.reject(new Error('no network')) });
    await votes.cast(ballot);
    await votes.flush();
    expect(await votes.pending()).to.have.length(1);
  });

  it('gives a vote to a transport of the host', async () => {
    const given: unknown[] = [];
    unconfigure();
    configure({
      transport: (vote) => {
        given.push(vote);
        return Promise.resolve(new Response('', { status: 409 }));
      },
    });
    const { id } = await votes.cast(ballot);
    expect((await ended(votes)).vote).to.include({ id, state: 'rejected', reason: 'already-voted' });
    expect(given).to.have.length(1);
    expect(given[0]).to.include({ id, ...ballot });
  });

  it('falls back to the last confirmed vote when a later one is refused', async () => {
    await votes.cast(ballot);
    await ended(votes);
    fake.answer = () => new Response('', { status: 403 });
    await votes.cast({ ...ballot, score: 1 });
    expect((await ended(votes)).vote).to.include({ state: 'rejected', reason: 'refused', confirmed: 4, score: 1 });
  });

  it('sends the later vote too while the older one is in flight, and settles nothing by the old answer', async () => {
    let release: (() => void) | undefined;
    fake.answer = (request) =>
      request.vote.score === 1
        ? new Promise((resolve) => (release = () => resolve(FakeEndpoint.counts(request))))
        : new Response('', { status: 503 });
    const first = await votes.cast({ ...ballot, score: 1 });
    await waitUntil(() => release);
    const second = await votes.cast({ ...ballot, score: 5 });
    await waitUntil(() => fake.ids.includes(second.id));
    release?.();
    await votes.flush();
    expect(await votes.recall('a')).to.include({ confirmed: 1 });
    expect(await votes.own('a')).to.include({ id: second.id, state: 'pending' });
    expect(first.id).not.to.equal(second.id);
  });

  it('keeps to Retry-After even when flushed', async () => {
    fake.answer = () => new Response('', { status: 503, headers: { 'Retry-After': '3600' } });
    await votes.cast(ballot);
    await waitUntil(() => fake.requests.length === 1);
    await votes.flush();
    await votes.flush();
    const other = await openTab();
    other.configure({ endpoint });
    await other.votes.flush();
    expect(fake.requests).to.have.length(1);
  });

  it('tries at once when flushed, also what was under way already and fails only then', async () => {
    let fail: ((answer: Response) => void) | undefined;
    fake.answer = () => new Promise((resolve) => (fail = resolve));
    await votes.cast(ballot);
    await waitUntil(() => fail);
    fake.answer = FakeEndpoint.counts;
    const flushed = votes.flush();
    fail?.(new Response('', { status: 503 }));
    await flushed;
    expect(await votes.own('a')).to.include({ state: 'sent' });
    expect(fake.requests).to.have.length(2);
  });

  it('tries all that waits when flushed, as soon as the endpoint has taken one of them', async () => {
    fake.answer = () => new Response('', { status: 503 });
    const articles = ['a', 'b', 'c'];
    await Promise.all(articles.map((article) => votes.cast({ ...ballot, article })));
    await waitUntil(() => new Set(fake.ids).size === articles.length);
    await votes.flush();
    fake.answer = FakeEndpoint.counts;
    await votes.flush();
    expect(await votes.pending()).to.deep.equal([]);
  });

  it('waits for a page that configures the old address', async () => {
    fake.answer = () => new Response('', { status: 500 });
    await votes.cast(ballot);
    await votes.flush();
    const { length } = fake.requests;
    configure({ endpoint: 'https://moved.example/votes' });
    fake.answer = FakeEndpoint.counts;
    await votes.flush();
    expect(fake.requests).to.have.length(length);
    expect(await votes.recall('a', 'https://moved.example/votes')).to.equal(null);
    expect(await votes.recall('a')).to.include({ state: 'pending', endpoint });
    configure({ endpoint });
    await votes.flush();
    expect(await votes.own('a')).to.include({ state: 'sent' });
  });

  it('sends a vote though its element, the only one with that endpoint, left the page', async () => {
    const own = 'https://votes.example/own';
    configure({ protocol: 'json' });
    const leave = votes.route({ article: 'a', endpoint: own, protocol: 'json-simple' });
    const cast = votes.cast({ ...ballot, endpoint: own });
    leave();
    await cast;
    expect((await ended(votes)).vote).to.include({ state: 'sent', endpoint: own });
    expect(fake.requests.map(({ headers }) => headers.get('Content-Type'))).to.deep.equal([null]);
  });

  it("waits on other pages for an element with the vote's endpoint, and keeps the vote's protocol there", async () => {
    const own = 'https://votes.example/own';
    const { votes: former } = await openTab();
    former.route({ article: 'a', endpoint: own, protocol: 'json-simple' });
    fake.answer = () => new Response('', { status: 503 });
    await former.cast({ ...ballot, endpoint: own });
    await former.flush();
    // It has given its lease back then.
    await former.own('a');
    closeTabs();
    const { configure: configureNext, votes: next } = await openTab();
    configureNext({ endpoint, protocol: 'json' });
    const { length } = fake.requests;
    fake.answer = FakeEndpoint.counts;
    await next.flush();
    expect(fake.requests).to.have.length(length);
    const leaveNext = next.route({ article: 'b', endpoint: own });
    await next.flush();
    leaveNext();
    expect(fake.requests).to.have.length(length + 1);
    expect(fake.requests.at(-1)?.headers.get('Content-Type')).to.equal(null);
    expect(await next.recall('a', own)).to.include({ state: 'sent' });
  });

  it('sends a vote for NukeViet only with the token of an element on this page', async () => {
    configure({ endpoint: '/index.php?language=vi&nv=news&op=rating', protocol: 'nukeviet' });
    const to = new URL('/index.php?language=vi&nv=news&op=rating', location.href).href;
    fake.answer = () => new Response('Wrong URL');
    await votes.cast({ ...ballot, article: '16', token: 'stale' });
    await votes.flush();
    expect(fake.requests.at(-1)?.init.credentials).to.equal('same-origin');
    const { configure: configureReloaded, votes: reloaded } = await openTab();
    configureReloaded({ endpoint: to, protocol: 'nukeviet' });
    const { length } = fake.requests;
    await reloaded.flush();
    expect(fake.requests).to.have.length(length);
    fake.answer = () => new Response('Total: 4 in 1 vote|4|1');
    const leave = reloaded.route({ article: '16', endpoint: to, protocol: 'nukeviet', token: 'fresh' });
    await reloaded.flush();
    expect(new URLSearchParams(fake.requests.at(-1)?.body).get('checkss')).to.equal('fresh');
    expect(await reloaded.own('16')).to.include({ state: 'sent' });
    leave();
  });

  it('says once that an endpoint is blocked', async () => {
    let told = 0;
    votes.addEventListener('blocked', () => told++);
    fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    await votes.cast({ ...ballot, endpoint: 'https://blocked.example/' });
    for (let n = 0; n < 6; n++) await votes.flush();
    expect(told).to.equal(1);
    expect([...page.said].filter((message) => message.includes('blocked.example'))).to.have.length(1);
  });

  it('tells other tabs, and leaves a vote to the one that sends it', async () => {
    const { votes: other } = await openTab();
    await other.own('a');
    const told = ended(other);
    const { id } = await votes.cast(ballot);
    const change = await told;
    expect(change.vote).to.include({ id, state: 'sent' });
    expect(change.tally).to.include({ sum: 4 });
    expect(fake.ids).to.deep.equal([id]);
  });

  it('forgets everything, in other tabs too, and the reader is another one then', async () => {
    fake.answer = () => new Response('', { status: 503 });
    const { votes: other } = await openTab();
    await other.own('a');
    await votes.cast(ballot);
    await votes.flush();
    const leave = other.route({ article: 'a', endpoint });
    const told: VoteChange[] = [];
    other.addEventListener('change', (event) => told.push((event as CustomEvent<VoteChange>).detail));
    await votes.forget();
    await waitUntil(() => told.at(-1)?.vote === null);
    leave();
    const before = fake.requests.at(-1)?.vote.voter;
    const { length } = fake.requests;
    await other.flush();
    await votes.flush();
    expect(fake.requests).to.have.length(length);
    expect(await votes.pending()).to.deep.equal([]);
    await votes.cast(ballot);
    await votes.flush();
    expect(fake.requests.at(-1)?.vote.voter).not.to.equal(before);
  });

  it("uses the host's reader id, and shows each reader the own vote", async () => {
    configure({ voter: 'ann' });
    await votes.cast(ballot);
    await ended(votes);
    expect(fake.requests[0]?.vote.voter).to.equal('ann');
    configure({ voter: 'ben' });
    expect(await votes.own('a')).to.equal(null);
  });

  it('sends the token of the latest vote', async () => {
    await votes.cast({ ...ballot, token: 'first' });
    await ended(votes);
    await votes.cast({ ...ballot, token: 'second' });
    await ended(votes);
    expect(fake.requests.map(({ vote }) => vote.token)).to.deep.equal(['first', 'second']);
  });

  it('goes on where the page names an address that is none', async () => {
    fake.answer = () => new Response('', { status: 503 });
    await votes.cast({ ...ballot, endpoint: 'https://votes.example/named' });
    await votes.flush();
    configure({ endpoint: 'https://' });
    expect(await votes.cast({ ...ballot, article: 'b' }).catch(String)).to.include('endpoint');
    fake.answer = FakeEndpoint.counts;
    await votes.flush();
    expect(await votes.recall('a')).to.include({ state: 'sent', durable: true });
  });

  it('waits where a transport brings nothing that could be read', async () => {
    const answers = [Response.error(), {}] as Response[];
    configure({ transport: () => Promise.resolve(answers.shift() ?? Response.error()) });
    await votes.cast(ballot);
    for (let attempt = 0; attempt < 2; attempt++) await votes.flush();
    expect(answers).to.have.length(0);
    expect(await votes.own('a')).to.include({ state: 'pending' });
  });

  it('rejects a vote when it waited for maxAge, though nothing else is to be done then', async function () {
    // Before a lease ends, which would wake another outbox.
    this.timeout(2800);
    configure({ maxAge: 1 / 86_400 });
    fake.answer = () => new Response('', { status: 503, headers: { 'Retry-After': '3600' } });
    await votes.cast(ballot);
    expect((await ended(votes)).vote).to.include({ state: 'rejected', reason: 'expired' });
    expect(fake.requests).to.have.length(1);
  });

  it('tells of a kept vote that cannot be read, and sends the others', async () => {
    await votes.cast(ballot);
    await ended(votes);
    const opening = indexedDB.open('sao-widgets');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const transaction = opening.result.transaction('sao-widgets', 'readwrite');
    const records = transaction.objectStore('sao-widgets');
    records.put({ version: 1, score: 4 }, ['pending', endpoint, '', '']);
    records.put('half a vo', ['pending', endpoint, '0', '']);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opening.result.close();
    await votes.cast({ ...ballot, article: 'b' });
    await votes.flush();
    expect(await votes.recall('b')).to.include({ state: 'sent', durable: true });
    expect([...page.said].some((message) => message.includes('cannot be read'))).to.equal(true);
  });

  it('counts the characters of an article as its endpoint does', async () => {
    await votes.cast({ ...ballot, article: '⭐'.repeat(499) + '🌟' });
    expect(await votes.cast({ ...ballot, article: '\ud83c' }).catch(String)).to.include('TypeError');
  });

  it('says what is wrong with a ballot', async () => {
    for (const wrong of [
      { article: '' },
      { article: 'a'.repeat(501) },
      { article: 'a\nb' },
      { score: 0 },
      { score: 2.5 },
      { score: 6 },
      { max: 11 },
      // Pages without TypeScript.
      { article: 16 },
      { token: Promise.resolve('t') },
    ]) {
      const error = await votes.cast({ ...ballot, ...wrong } as Ballot).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(TypeError);
    }
    configure({ endpoint: undefined });
    expect(await votes.cast(ballot).catch(String)).to.include('endpoint');
    expect(fake.requests).to.deep.equal([]);
  });
});
