import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, readRetryAfter } from '../../src/votes/answer.js';
import { postpone } from '../../src/votes/back-off.js';
import { judgeNukeviet, nukevietRequest } from '../../src/votes/nukeviet.js';
import { ballot } from './ballots.js';

test('every status settles the vote as the contract says', () => {
  const expected = new Map<number, string>([[409, 'already-voted']]);
  for (const status of [200, 201, 202, 204, 299]) expected.set(status, 'sent');
  for (const status of [0, 101, 300, 302, 304, 408, 421, 425, 429, 500, 502, 503, 504, 507, 520, 599])
    expected.set(status, 'waits');
  for (const status of [400, 401, 403, 404, 405, 410, 413, 415, 418, 422, 423, 451, 499, 501, 505]) {
    expected.set(status, 'refused');
  }
  for (const [status, outcome] of expected) {
    const { state, reason } = judge(status, '');
    assert.equal(state === 'rejected' ? reason : (state ?? 'waits'), outcome, String(status));
  }
});

test('the tally and the score in the body are taken, whatever the status', () => {
  const body = JSON.stringify({ article: 'a', sum: 7, count: 2, histogram: [0, 0, 1, 1, 0], score: 3 });
  assert.deepEqual(judge(200, body).tally, JSON.parse(body));
  assert.equal(judge(200, `\n${body}`).tally?.score, 3);
  assert.equal(judge(409, body).reason, 'already-voted');
  assert.equal(judge(409, body).tally?.sum, 7);
});

test('a body that is no tally is none', () => {
  for (const body of ['', 'OK', '<html>', '[]', '{}', '{"sum":1}', '{"sum":"1","count":2}']) {
    const { state, tally } = judge(200, body);
    assert.deepEqual([state, tally], ['sent', undefined], body);
  }
});

test('half an answer is none', () => {
  assert.throws(() => judge(200, '{"article":"a","su'));
});

test('a refusal is one, whatever is written below it', () => {
  assert.deepEqual([judge(403, '{forbidden}').state, judge(403, '{forbidden}').reason], ['rejected', 'refused']);
  assert.equal(judge(409, '{"sum":').reason, 'already-voted');
  assert.equal(judge(503, '{"detail":').state, undefined);
});

test('Retry-After is read in both forms and clamped to a day', () => {
  const now = Date.parse('2026-11-23T08:00:00Z');
  assert.equal(readRetryAfter('120', now), 120_000);
  assert.equal(readRetryAfter('Mon, 23 Nov 2026 08:01:00 GMT', now), 60_000);
  assert.equal(readRetryAfter('Mon, 23 Nov 2020 08:01:00 GMT', now), 0);
  assert.equal(readRetryAfter('99999999', now), 864e5);
  for (const nothing of [null, '', 'soon', '-5', '0']) assert.equal(readRetryAfter(nothing, now), 0);
});

test('the back-off lies between a second and an hour', () => {
  for (let failures = 1; failures < 2000; failures++) {
    const what = { attempts: failures - 1, due: 0 };
    postpone(what, 0);
    assert.equal(what.attempts, failures);
    assert.ok(what.due >= 1000 && what.due <= Math.min(3600_000, 1000 * 2 ** failures), `${failures}: ${what.due}`);
  }
});

test("NukeViet's answers are told apart by their shape", () => {
  const judged = (text: string) => judgeNukeviet(text, '16');
  const counted = judged('Tổng số điểm của bài viết là: 4 trong 1 đánh giá|4|1');
  assert.deepEqual(counted, { state: 'sent', tally: { article: '16', sum: 4, count: 1 } });
  assert.equal(judged('Total: 431 in 100 votes|4.3|100\n').tally?.sum, 431);
  // Where the words begin with another number, the average has to do.
  assert.equal(judged('In 100 votes: 431|4.3|100').tally?.sum, 430);
  for (const refused of ['Bạn đã đánh giá bài viết này rồi|0|0', 'Already rated|0|0']) {
    assert.deepEqual(judged(refused), { state: 'rejected', reason: 'already-voted' });
  }
  // 4.0 answers in words alone.
  const words = judged('Tổng số điểm của bài viết là: 9 trong 2 đánh giá');
  assert.deepEqual(words, { state: 'sent', tally: { article: '16', sum: 9, count: 2 } });
  assert.equal(judged('Bạn đã đánh giá bài viết này rồi').reason, 'already-voted');
  for (const waits of ['Error 500', 'Wrong URL', '<!DOCTYPE html><p>a|4|1</p>', '', ' ', '<p>|0|0', '\r\n<p>a|4|1</p>'])
    assert.deepEqual(judged(waits), {});
});

test('NukeViet gets the number that the article ends in', () => {
  const to = 'https://site.example/index.php?language=vi&nv=news&op=rating';
  const articles = ['16', 'https://site.example/vi/news/tin-2020/dai-hoi-lan-2-16.html'];
  for (const article of articles) {
    const [url, body] = nukevietRequest(ballot({ article, endpoint: to, score: 4 }), 'c0ffee');
    assert.match(url, /^https:\/\/site\.example\/index\.php\?language=vi&nv=news&op=rating&nocache=\d{10,}$/);
    assert.equal(String(body), 'id=16&checkss=c0ffee&point=4');
  }
});
