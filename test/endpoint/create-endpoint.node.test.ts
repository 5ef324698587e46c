import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import Database from 'libsql';
import { createEndpoint, type Answer, type EndpointOptions } from '../../src/endpoint.js';
import { freshArticle, postVote, readJson, talliesOf, voteBody, type TallyAnswer } from './backend.js';
import { inMemory } from './in-memory.js';

const start = Date.parse('2026-11-23T08:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;
const iso = (moment: number) => new Date(moment).toISOString();

const scoreIn = async (response: Response) => (await readJson<{ score: number }>(response)).score;

describe('a clock that runs ahead', () => {
  const article = 'a';
  const voter = randomUUID();
  const vote = (score: number, castAt: number) => voteBody({ article, voter, score, castAt: iso(castAt) });

  it('holds its reader back for a day at most', async () => {
    let now = start;
    const backend = await inMemory({ now: () => now });
    assert.equal(await scoreIn(await postVote(backend, vote(1, start + 3650 * day))), 1);
    now += 23 * hour;
    assert.equal(await scoreIn(await postVote(backend, vote(2, now))), 1);
    now += 2 * hour;
    assert.equal(await scoreIn(await postVote(backend, vote(3, now))), 3);
    await backend.stop();
  });

  it('keeps its votes in their order, and one that is sent again late does not come back', async () => {
    let now = start;
    const backend = await inMemory({ now: () => now });
    const first = vote(1, start + 3650 * day);
    const second = vote(2, start + 3650 * day + 1);
    await postVote(backend, second);
    now += hour;
    assert.equal(await scoreIn(await postVote(backend, first)), 2);
    now += 2 * day;
    assert.equal(await scoreIn(await postVote(backend, vote(3, now))), 3);
    assert.equal(await scoreIn(await postVote(backend, second)), 3);
    assert.equal(await scoreIn(await postVote(backend, vote(4, now + 1))), 4);
    await backend.stop();
  });
});

describe("the host's own checks", () => {
  it('counts signed-in readers under their own id, whatever the body says', async () => {
    const reader = (request: Request) => request.headers.get('Authorization');
    const backend = await inMemory({ signedIn: reader });
    const article = freshArticle();
    for (const score of [1, 5])
      await postVote(backend, voteBody({ article, score, castAt: iso(start + score) }), { Authorization: 'ann' });
    await postVote(backend, voteBody({ article, score: 2 }), { Authorization: 'bob' });
    assert.deepEqual((await talliesOf(backend, article))[0]?.histogram, [0, 1, 0, 0, 1]);
    const stranger = await postVote(backend, voteBody({ article }));
    assert.equal(stranger.status, 401);
    assert.equal((await talliesOf(backend, article))[0]?.count, 2);
    await backend.stop();
  });

  it('counts a vote only when the challenge was met', async () => {
    const challenge: EndpointOptions['challenge'] = (request, { article }) =>
      Promise.resolve(request.headers.get('X-Challenge') === `solved for ${article}`);
    const backend = await inMemory({ challenge });
    const article = freshArticle();
    assert.equal((await postVote(backend, voteBody({ article }))).status, 403);
    const solved = await postVote(backend, voteBody({ article }), { 'X-Challenge': `solved for ${article}` });
    assert.equal((await readJson<TallyAnswer>(solved)).count, 1);
    await backend.stop();
  });

  it('answers 500, which clients try again, when such a check breaks', async () => {
    const answers: Answer[] = [];
    const broken = new Error('no answer from the captcha');
    const challenge = () => Promise.reject(broken);
    const backend = await inMemory({ challenge, onAnswer: (answer) => answers.push(answer) });
    const response = await postVote(backend, voteBody({ article: freshArticle() }));
    assert.equal(response.status, 500);
    assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
    assert.doesNotMatch(await response.text(), /captcha/);
    assert.equal(answers[0]?.error, broken);
    await backend.stop();
  });
});

describe('limits', () => {
  const platformOf = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });

  it('count each address that the server tells', async () => {
    const endpoint = createEndpoint({ database: ':memory:', rate: 1 });
    const vote = (address: string) => {
      const body = JSON.stringify(voteBody({ article: 'a' }));
      return endpoint(new Request('http://votes.test/votes', { method: 'POST', body }), platformOf(address));
    };
    assert.equal((await vote('192.0.2.1')).status, 200);
    assert.equal((await vote('192.0.2.1')).status, 429);
    assert.equal((await vote('192.0.2.2')).status, 200);
    await endpoint.close();
  });

  it('count the address that the host finds in its own way', async () => {
    const clientAddress = (request: Request) => request.headers.get('CF-Connecting-IP') ?? '';
    const backend = await inMemory({ rate: 1, clientAddress });
    const vote = (address: string) => postVote(backend, voteBody({ article: 'a' }), { 'CF-Connecting-IP': address });
    assert.equal((await vote('192.0.2.1')).status, 200);
    assert.equal((await vote('192.0.2.1')).status, 429);
    assert.equal((await vote('192.0.2.2')).status, 200);
    await backend.stop();
  });

  it('leave votes alone that are none, and reading', async () => {
    const backend = await inMemory({ rate: 1 });
    for (let attempt = 0; attempt < 3; attempt++) {
      assert.equal((await postVote(backend, 'x')).status, 400);
      assert.equal((await backend.send('/votes?article=a')).status, 200);
    }
    assert.equal((await postVote(backend, voteBody({ article: 'a' }))).status, 200);
    await backend.stop();
  });

  it('can be set for each article too', async () => {
    const backend = await inMemory({ rate: 0, articleRate: 2 });
    const statuses = [];
    for (const article of ['a', 'a', 'a', 'b']) statuses.push((await postVote(backend, voteBody({ article }))).status);
    assert.deepEqual(statuses, [200, 200, 429, 200]);
    await backend.stop();
  });
});

describe('the body', () => {
  it('is counted as it comes, with no length given, and without waiting for its end', async () => {
    const endpoint = createEndpoint({ database: ':memory:' });
    let cancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => {
        cancelled = true;
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half' };
    const response = await endpoint(new Request('http://votes.test/votes', init));
    assert.equal(response.status, 413);
    assert.ok(cancelled);
    await endpoint.close();
  });

  it('may break off, and is then asked for again', async () => {
    const endpoint = createEndpoint({ database: ':memory:' });
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error('reset')) });
    const init = { method: 'POST', body: broken, duplex: 'half' };
    assert.equal((await endpoint(new Request('http://votes.test/votes', init))).status, 408);
    await endpoint.close();
  });
});

describe('the endpoint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-endpoint-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('asks clients to come again while its database is away, and goes on when it is back', async () => {
    const failures: unknown[] = [];
    const database = join(folder, 'later', 'votes.db');
    const endpoint = createEndpoint({ database, onAnswer: ({ error }) => error && failures.push(error) });
    const backend = { send: (path: string, init?: RequestInit) => endpoint(new Request(`http://x${path}`, init)) };
    const article = freshArticle();
    const vote = voteBody({ article });
    for (const response of [
      await postVote({ ...backend, stop: endpoint.close }, vote),
      await backend.send('/votes?article=a'),
      await backend.send('/healthz'),
    ]) {
      assert.equal(response.status, 503);
      assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
      assert.ok(Number(response.headers.get('Retry-After')) > 0);
    }
    assert.equal(failures.length, 3);
    mkdirSync(join(folder, 'later'));
    assert.equal((await postVote({ ...backend, stop: endpoint.close }, vote)).status, 200);
    await endpoint.close();
    assert.equal((await backend.send('/healthz')).status, 503);
  });

  it('starts beside a process that is writing: there is nothing to change in tables that are as they should be', async () => {
    const database = join(folder, 'busy.db');
    const first = await inMemory({ database });
    await postVote(first, voteBody({ article: 'a', score: 3 }));
    const writer = new Database(database);
    writer.exec('begin immediate');
    const second = await inMemory({ database });
    assert.equal((await talliesOf(second, 'a'))[0]?.sum, 3);
    writer.exec('rollback');
    writer.close();
    await first.stop();
    await second.stop();
  });

  it('keeps votes in a file between two starts', async () => {
    const database = join(folder, 'kept.db');
    const article = freshArticle();
    const before = await inMemory({ database });
    await postVote(before, voteBody({ article, score: 3 }));
    await before.stop();
    const later = await inMemory({ database });
    assert.equal((await talliesOf(later, article))[0]?.sum, 3);
    await later.stop();
  });

  it('lives under another path where the host wants it to', async () => {
    const backend = await inMemory({ path: '/api/votes' });
    assert.equal((await backend.send('/api/votes?article=a')).status, 200);
    assert.equal((await backend.send('/votes?article=a')).status, 404);
    await backend.stop();
  });

  it('is an object with fetch, as servers want it', async () => {
    const endpoint = createEndpoint({ database: ':memory:' });
    const { fetch } = endpoint;
    assert.equal((await fetch(new Request('http://votes.test/healthz'))).status, 200);
    await endpoint.close();
  });

  it('tells about each answer what happened, and nothing about who asked or what for', async () => {
    const answers: Answer[] = [];
    const backend = await inMemory({ onAnswer: (answer) => answers.push(answer) });
    const body = voteBody({ article: freshArticle() });
    await postVote(backend, body);
    await postVote(backend, { ...body, score: 0 });
    await backend.send(`/lost/${body.article}`);
    assert.deepEqual(
      answers.map(({ method, route, status }) => [method, route, status]),
      [
        ['POST', '/votes', 200],
        ['POST', '/votes', 400],
        ['GET', 'other', 404],
      ],
    );
    assert.match(answers[1]?.problem ?? '', /score/);
    assert.ok(!JSON.stringify(answers).includes(body.article) && !JSON.stringify(answers).includes(body.voter));
    await backend.stop();
  });

  it('takes one origin or secret where several are possible, and * for any', async () => {
    const backend = await inMemory({ allowOrigins: 'https://a.example https://b.example' });
    const vote = (origin: string) => postVote(backend, voteBody({ article: 'a' }), { Origin: origin });
    assert.equal((await vote('https://b.example')).status, 200);
    assert.equal((await vote('https://c.example')).status, 403);
    await backend.stop();
    const open = await inMemory({ allowOrigins: ['*'] });
    assert.equal((await postVote(open, voteBody({ article: 'a' }), { Origin: 'https://c.example' })).status, 200);
    await open.stop();
  });

  it('counts the votes of its own site, listed or not', async () => {
    const backend = await inMemory({ allowOrigins: ['https://partner.example'] });
    const own = await postVote(backend, voteBody({ article: 'a' }), { Origin: 'https://votes.test' });
    assert.equal(own.status, 200);
    await backend.stop();
  });

  for (const [words, options] of [
    ['an origin with a path', { allowOrigins: 'https://a.example/b' }],
    ['an origin that is none', { allowOrigins: ['partner.example'] }],
    ['an origin with a wildcard, which no browser sends', { allowOrigins: 'https://*.example' }],
    ['a comma after an origin', { allowOrigins: 'https://a.example, https://b.example' }],
    ['an empty secret', { secret: '' }],
    ['half a vote a minute', { rate: 0.5 }],
    ['fewer than no votes', { articleRate: -1 }],
  ] as [string, EndpointOptions][])
    it(`does not start with ${words}`, () => {
      assert.throws(() => createEndpoint(options), { name: 'OptionError' });
    });

  it('does not start with a database that it cannot speak to', async () => {
    await assert.rejects(createEndpoint({ database: 'mysql://localhost/votes' }).ready(), { name: 'OptionError' });
  });
});
