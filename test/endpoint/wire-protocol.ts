import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  freshArticle,
  postVote,
  readJson,
  talliesOf,
  voteBody,
  type Backend,
  type StartBackend,
  type TallyAnswer,
} from './backend.js';

interface ProblemAnswer {
  title: string;
  status: number;
  detail: string;
}

async function assertProblem(response: Response, status: number): Promise<void> {
  assert.equal(response.status, status);
  assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  const problem = await readJson<ProblemAnswer>(response);
  assert.equal(problem.status, status);
  assert.ok(problem.title.length > 0 && problem.detail.length > 0);
}

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 8, 0, second)).toISOString();

/** What every backend of the `json` protocol has to do, ours and a webmaster's own. */
export function describeWireProtocol(name: string, start: StartBackend): void {
  describe(`wire protocol: ${name}`, () => {
    let backend: Backend;
    before(async () => {
      backend = await start({ rate: 0 });
    });
    after(() => backend.stop());

    it('answers a vote with the tally after it, and shows the same to readers', async () => {
      const article = freshArticle();
      const response = await postVote(backend, voteBody({ article, score: 4 }));
      assert.equal(response.status, 200);
      const tally = { article, sum: 4, count: 1, histogram: [0, 0, 0, 1, 0] };
      assert.deepEqual(await response.json(), { ...tally, score: 4 });
      assert.deepEqual(await talliesOf(backend, article), [tally]);
    });

    it('sums up the votes of several readers', async () => {
      const article = freshArticle();
      for (const score of [5, 3, 5, 1]) await postVote(backend, voteBody({ article, score }));
      assert.deepEqual(await talliesOf(backend, article), [{ article, sum: 14, count: 4, histogram: [1, 0, 1, 0, 2] }]);
    });

    for (const type of ['application/json', 'text/plain', 'text/plain;charset=UTF-8'])
      it(`reads the body by its content when it is sent as ${type}`, async () => {
        const response = await postVote(backend, voteBody({ article: freshArticle() }), { 'Content-Type': type });
        assert.equal(response.status, 200);
      });

    it('counts a vote once however often it is sent, at once or one after the other', async () => {
      const article = freshArticle();
      const body = voteBody({ article, score: 2 });
      const responses = await Promise.all(Array.from({ length: 8 }, () => postVote(backend, body)));
      responses.push(await postVote(backend, body, { 'Idempotency-Key': body.id }));
      for (const response of responses) {
        assert.equal(response.status, 200);
        const answer = await readJson<TallyAnswer & { score: number }>(response);
        assert.deepEqual([answer.sum, answer.count, answer.score], [2, 1, 2]);
      }
    });

    it('counts an id once, whatever else is sent under it', async () => {
      const article = freshArticle();
      const body = voteBody({ article, score: 2, castAt: at(1) });
      await postVote(backend, body);
      const response = await postVote(backend, { ...body, score: 5, castAt: at(2) });
      assert.equal(response.status, 200);
      assert.equal((await readJson<{ score: number }>(response)).score, 2);
      assert.equal((await talliesOf(backend, article))[0]?.sum, 2);
    });

    it('answers for an article as often as it is asked for, and to HEAD without the body', async () => {
      const article = freshArticle();
      await postVote(backend, voteBody({ article, score: 2 }));
      const sums = (await talliesOf(backend, article, article)).map(({ sum }) => sum);
      assert.deepEqual(sums, [2, 2]);
      const head = await backend.send('/votes?article=a', { method: 'HEAD' });
      assert.deepEqual([head.status, await head.text()], [200, '']);
    });

    it('says which methods there are where another is tried', async () => {
      const response = await backend.send('/votes', { method: 'DELETE' });
      await assertProblem(response, 405);
      for (const method of ['GET', 'POST']) assert.match(response.headers.get('Allow') ?? '', new RegExp(method));
    });

    it('lets a later vote of the same reader replace the earlier one', async () => {
      const article = freshArticle();
      const voter = randomUUID();
      await postVote(backend, voteBody({ article, voter, score: 1, castAt: at(1) }));
      await postVote(backend, voteBody({ article, voter, score: 5, castAt: at(2) }));
      assert.deepEqual(await talliesOf(backend, article), [{ article, sum: 5, count: 1, histogram: [0, 0, 0, 0, 1] }]);
    });

    it('answers a vote that comes late with what it holds', async () => {
      const article = freshArticle();
      const voter = randomUUID();
      await postVote(backend, voteBody({ article, voter, score: 5, castAt: at(2) }));
      const response = await postVote(backend, voteBody({ article, voter, score: 1, castAt: at(1) }));
      assert.equal(response.status, 200);
      const { sum, count, score } = await readJson<TallyAnswer & { score: number }>(response);
      assert.deepEqual([sum, count, score], [5, 1, 5]);
    });

    it('ends in the same state whatever the order and the repetitions', async () => {
      const article = freshArticle();
      const voters = [randomUUID(), randomUUID(), randomUUID()];
      const votes = voters.flatMap((voter, reader) =>
        Array.from({ length: 6 }, (_, second) =>
          voteBody({ article, voter, score: ((reader + second) % 5) + 1, castAt: at(second) }),
        ),
      );
      const sent = [...votes, ...votes.slice(5, 12)].sort(() => Math.random() - 0.5);
      for (let start = 0; start < sent.length; start += 5)
        await Promise.all(sent.slice(start, start + 5).map((vote) => postVote(backend, vote)));
      // The last second's scores: 1, 2 and 3.
      assert.deepEqual(await talliesOf(backend, article), [{ article, sum: 6, count: 3, histogram: [1, 1, 1, 0, 0] }]);
    });

    it('compares moments, not their spelling', async () => {
      const article = freshArticle();
      const voter = randomUUID();
      await postVote(backend, voteBody({ article, voter, score: 5, castAt: '2026-01-01T08:00:01Z' }));
      await postVote(backend, voteBody({ article, voter, score: 1, castAt: '2026-01-01T15:00:00.500+07:00' }));
      await postVote(backend, voteBody({ article, voter, score: 2, castAt: '2026-01-01T02:59:00.999-0500' }));
      assert.equal((await talliesOf(backend, article))[0]?.sum, 5);
      await postVote(backend, voteBody({ article, voter, score: 3, castAt: '2026-01-01T15:00:02.000+07:00' }));
      assert.equal((await talliesOf(backend, article))[0]?.sum, 3);
    });

    for (const castAt of [
      '2026-01-01T08:00Z',
      '2026-01-01T15:00:00+07',
      '2026-01-01T15:00:00,5+0700',
      '2025-12-31T22:15:00-09:45',
      '2026-01-01T08:00:00.123456789012Z',
    ])
      it(`takes ${castAt}, which is ISO 8601 too`, async () => {
        assert.equal((await postVote(backend, voteBody({ article: freshArticle(), castAt }))).status, 200);
      });

    it('takes the votes of a clock that runs years ahead, the later one winning', async () => {
      const article = freshArticle();
      const voter = randomUUID();
      const first = voteBody({ article, voter, score: 1, castAt: '2090-01-01T00:00:00Z' });
      const second = voteBody({ article, voter, score: 2, castAt: '2090-01-01T00:00:01Z' });
      for (const body of [first, second, first]) assert.equal((await postVote(backend, body)).status, 200);
      assert.equal((await talliesOf(backend, article))[0]?.sum, 2);
    });

    it('shows as many stars as the longest scale voted on', async () => {
      const article = freshArticle();
      const voter = randomUUID();
      await postVote(backend, voteBody({ article, score: 3, max: 3 }));
      assert.deepEqual((await talliesOf(backend, article))[0]?.histogram, [0, 0, 1]);
      await postVote(backend, voteBody({ article, voter, score: 9, max: 10, castAt: at(1) }));
      assert.deepEqual((await talliesOf(backend, article))[0]?.histogram, [0, 0, 1, 0, 0, 0, 0, 0, 1, 0]);
      await postVote(backend, voteBody({ article, voter, score: 2, max: 5, castAt: at(2) }));
      assert.deepEqual((await talliesOf(backend, article))[0]?.histogram, [0, 1, 1, 0, 0]);
      await postVote(backend, voteBody({ article, voter, score: 2, max: 4, castAt: at(3) }));
      assert.deepEqual((await talliesOf(backend, article))[0]?.histogram, [0, 1, 1, 0]);
    });

    it('takes ids up to their longest, counted in characters', async () => {
      for (const [article, voter] of [
        ['a'.repeat(464) + randomUUID(), 'v'.repeat(128)],
        ['ễ'.repeat(464) + randomUUID(), 'ễ'.repeat(128)],
        ['💬'.repeat(464) + randomUUID(), '💬'.repeat(128)],
      ] as const) {
        assert.equal((await postVote(backend, voteBody({ article, voter }))).status, 200);
        assert.equal((await postVote(backend, voteBody({ article: `${article}a`, voter }))).status, 400);
        assert.equal((await postVote(backend, voteBody({ article, voter: `${voter}a` }))).status, 400);
        assert.equal((await talliesOf(backend, article))[0]?.count, 1);
      }
    });

    const wrong: [string, (article: string) => unknown][] = [
      ['nothing', () => ''],
      ['half a JSON', () => '{"id":'],
      ['a JSON that is no object', () => '[]'],
      ['null', () => 'null'],
      ['no fields', () => ({})],
      ['an id that is no UUID', (article) => voteBody({ article, id: 'a' })],
      ['an empty article', () => voteBody({ article: '' })],
      ['an article with a line break', (article) => voteBody({ article: `${article}\n` })],
      ['an article with a NUL', (article) => voteBody({ article: `${article}\u0000` })],
      ['an article with half a surrogate', (article) => JSON.stringify(voteBody({ article: `${article}\ud800` }))],
      ['an article that is a number', (article) => ({ ...voteBody({ article }), article: 16 })],
      ['an empty voter', (article) => voteBody({ article, voter: '' })],
      ['a voter with a tabulator', (article) => voteBody({ article, voter: 'a\tb' })],
      ['score 0', (article) => voteBody({ article, score: 0 })],
      ['a score above max', (article) => voteBody({ article, score: 6 })],
      ['a score between two', (article) => voteBody({ article, score: 3.5 })],
      ['a score in quotes', (article) => ({ ...voteBody({ article }), score: '3' })],
      ['max 0', (article) => voteBody({ article, score: 0, max: 0 })],
      ['max 11', (article) => voteBody({ article, max: 11 })],
      ['no max', (article) => ({ ...voteBody({ article }), max: undefined })],
      ['castAt in words', (article) => voteBody({ article, castAt: 'yesterday' })],
      ['castAt without an offset', (article) => voteBody({ article, castAt: '2026-01-01T08:00:00' })],
      ['castAt on a day that is none', (article) => voteBody({ article, castAt: '2026-02-30T08:00:00Z' })],
      ['castAt as a number', (article) => ({ ...voteBody({ article }), castAt: Date.now() })],
    ];
    for (const [words, body] of wrong)
      it(`refuses ${words}, and stores nothing`, async () => {
        const article = freshArticle();
        await assertProblem(await postVote(backend, body(article)), 400);
        assert.equal((await talliesOf(backend, article))[0]?.count, 0);
      });

    it('refuses a key in the header that is not the id in the body', async () => {
      const article = freshArticle();
      await assertProblem(await postVote(backend, voteBody({ article }), { 'Idempotency-Key': randomUUID() }), 400);
      assert.equal((await talliesOf(backend, article))[0]?.count, 0);
    });

    it('ignores fields of later versions', async () => {
      const body = { ...voteBody({ article: freshArticle() }), mood: 'fine', nested: { deep: [1] } };
      assert.equal((await postVote(backend, body)).status, 200);
    });

    it('takes a body of 4,096 bytes and refuses one more', async () => {
      const article = freshArticle();
      const body = JSON.stringify(voteBody({ article }));
      assert.equal((await postVote(backend, body.padEnd(4096))).status, 200);
      await assertProblem(await postVote(backend, body.padEnd(4097)), 413);
      await assertProblem(await postVote(backend, body.padEnd(1_000_000)), 413);
    });

    it('answers tallies in the order asked, with zeros where nobody voted', async () => {
      const [first, unknown, last] = [freshArticle(), freshArticle(), freshArticle()];
      await postVote(backend, voteBody({ article: last, score: 1 }));
      await postVote(backend, voteBody({ article: first, score: 2 }));
      assert.deepEqual(await talliesOf(backend, first, unknown, last), [
        { article: first, sum: 2, count: 1, histogram: [0, 1, 0, 0, 0] },
        { article: unknown, sum: 0, count: 0, histogram: [0, 0, 0, 0, 0] },
        { article: last, sum: 1, count: 1, histogram: [1, 0, 0, 0, 0] },
      ]);
    });

    it('answers for 100 articles, and refuses none, 101 and one that is no id', async () => {
      const ask = (number: number) =>
        backend.send(`/votes?${new URLSearchParams(Array.from({ length: number }, (_, n) => ['article', `a${n}`]))}`);
      assert.equal((await ask(100)).status, 200);
      await assertProblem(await ask(101), 400);
      await assertProblem(await ask(0), 400);
      await assertProblem(await backend.send('/votes?article='), 400);
      await assertProblem(await backend.send('/votes?article=%00'), 400);
    });

    it('keeps ids apart that differ in case, accents or quotes', async () => {
      const stem = freshArticle();
      const articles = [`${stem}/a`, `${stem}/A`, `${stem}/á`, `${stem}/a'"\\%_`, `${stem}/a `];
      for (const [index, article] of articles.entries())
        await postVote(backend, voteBody({ article, score: index + 1 }));
      const sums = (await talliesOf(backend, ...articles)).map(({ sum }) => sum);
      assert.deepEqual(sums, [1, 2, 3, 4, 5]);
    });

    it('lets caches keep tallies, and never an answer to a vote', async () => {
      const article = freshArticle();
      const tallies = await backend.send(`/votes?article=${encodeURIComponent(article)}`);
      assert.match(tallies.headers.get('Cache-Control') ?? '', /public/);
      const vote = await postVote(backend, voteBody({ article }));
      assert.match(vote.headers.get('Cache-Control') ?? '', /no-store/);
    });

    it('lets every page read every answer, errors too', async () => {
      const headers = { Origin: 'https://partner.example' };
      const answers = await Promise.all([
        postVote(backend, voteBody({ article: freshArticle() }), headers),
        postVote(backend, 'x', headers),
        postVote(backend, 'x'.repeat(5000), headers),
        backend.send('/votes?article=a', { headers }),
        backend.send('/votes', { headers }),
        backend.send('/votes', { method: 'DELETE', headers }),
      ]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 400, 413, 200, 400, 405],
      );
      for (const { headers } of answers) {
        assert.match(headers.get('Access-Control-Allow-Origin') ?? '', /^(\*|https:\/\/partner\.example)$/);
        assert.match(headers.get('Access-Control-Expose-Headers') ?? '', /Retry-After/i);
      }
    });

    it('answers a preflight, for a while', async () => {
      const response = await backend.send('/votes', {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://partner.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type,idempotency-key',
        },
      });
      assert.ok(response.ok);
      assert.match(response.headers.get('Access-Control-Allow-Methods') ?? '', /POST/);
      const allowed = (response.headers.get('Access-Control-Allow-Headers') ?? '').toLowerCase();
      for (const header of ['content-type', 'idempotency-key']) assert.ok(allowed.includes(header));
      assert.ok(Number(response.headers.get('Access-Control-Max-Age')) >= 600);
    });
  });
}
