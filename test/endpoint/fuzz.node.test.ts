import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { createEndpoint, type Endpoint } from '../../src/endpoint.js';
import { openStore } from '../../src/endpoint/store.js';
import { voteBody, type VoteBody } from './backend.js';

const valid = voteBody({ article: 'https://news.example/a/16', castAt: '2026-01-01T08:00:00Z' });
const text = fc.string({ unit: 'binary', maxLength: 40 });
const control = fc.constantFrom('\0', '\n', '\u0085', '\u007f', '\ud800', '\udfff');
const notText = fc.oneof(fc.constant(''), fc.integer(), fc.constant(null), fc.array(text), fc.object());
const withControl = fc.tuple(text, control, text).map((parts) => parts.join(''));

/** For each field, values that it must not have. */
const wrong: Record<keyof Omit<VoteBody, 'token'>, fc.Arbitrary<unknown>> = {
  id: fc.oneof(text, notText),
  article: fc.oneof(notText, withControl, fc.constant('a'.repeat(501))),
  voter: fc.oneof(notText, withControl, fc.constant('v'.repeat(129))),
  score: fc.oneof(text, fc.integer({ max: 0 }), fc.integer({ min: 6 }), fc.constantFrom(1.5, null, '4', [4], 1e300)),
  max: fc.oneof(text, fc.integer({ max: 3 }), fc.integer({ min: 11 }), fc.constantFrom(4.5, null, '5', [5])),
  castAt: fc.oneof(text, fc.integer(), fc.constantFrom('2026-13-01T00:00:00Z', '2026-01-01', '2026-01-01T25:00:00Z')),
};

const wrongVote = fc
  .constantFrom(...(Object.keys(wrong) as (keyof typeof wrong)[]))
  .chain((field) => fc.option(wrong[field], { nil: undefined }).map((value) => ({ ...valid, [field]: value })))
  .map((vote) => JSON.stringify(vote));
const complete = JSON.stringify(valid);
const brokenOff = fc.nat(complete.length - 2).map((length) => complete.slice(0, length));
const trailed = fc.constantFrom('}', ',', '{}', 'x', '\0').map((rest) => complete + rest);

const body = fc.oneof(
  { weight: 6, arbitrary: wrongVote },
  brokenOff,
  trailed,
  fc.json(),
  text,
  fc.uint8Array({ maxLength: 5000 }),
  fc.constant(complete.padEnd(4097)),
);

const headerName = fc.constantFrom(
  'Origin',
  'Idempotency-Key',
  'Content-Type',
  'Content-Length',
  'X-Forwarded-For',
  'X-A',
);
const headerValue = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('null', '-1', '9e99', valid.id));
const headers = fc.dictionary(headerName, headerValue, { maxKeys: 3 });

const post = fc.record({ method: fc.constant('POST'), path: fc.constant('/votes'), headers, body });
const article = fc.oneof(text, withControl).map(encodeURIComponentLoosely);
const other = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'QUERY'),
  path: fc.oneof(
    fc.array(article, { maxLength: 4 }).map((articles) => `/votes?${articles.map((id) => `article=${id}`).join('&')}`),
    fc.webPath(),
    fc.constantFrom('/votes', '/votes/', '//votes', '/healthz?x', '/openapi.json/..', '/%', '/votes?article=%ff'),
  ),
  headers,
  body: fc.constant(null),
});

function encodeURIComponentLoosely(given: string): string {
  try {
    return encodeURIComponent(given);
  } catch {
    return '%ed%a0%80'; // Half a surrogate has no form in a URL that decodes.
  }
}

describe('fuzzed requests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-fuzz-'));
  const database = join(folder, 'votes.db');
  const failures: unknown[] = [];
  let endpoint: Endpoint;
  before(() => {
    endpoint = createEndpoint({ database, rate: 0, onAnswer: ({ error }) => error && failures.push(error) });
  });
  after(async () => {
    await endpoint.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const request = (path: string, init: RequestInit): Request | undefined => {
    try {
      return new Request(`http://votes.test${path}`, init);
    } catch {
      return undefined; // Not a request that could arrive.
    }
  };

  function assertProblem(response: Response): void {
    assert.ok(response.status >= 400 && response.status < 500, `status ${response.status}`);
    assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
  }

  it('never fail inside, are always told what was wrong, and store nothing', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(post, async ({ path, ...init }) => {
        const made = request(path, init);
        fc.pre(made !== undefined);
        const response = await endpoint(made);
        assertProblem(response);
        const problem = (await response.json()) as { status: number; detail: string };
        assert.equal(problem.status, response.status);
        assert.ok(problem.detail);
      }),
      { numRuns: 10_000 },
    );
    assert.deepEqual(failures, []);
    const store = await openStore(database);
    for await (const tally of store.allTallies()) assert.fail(JSON.stringify(tally));
    assert.deepEqual(await store.votesOf(valid.voter), []);
    await store.close();
  });

  it('never fail inside when they read, or use another method', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(other, async ({ path, ...init }) => {
        const made = request(path, init);
        fc.pre(made !== undefined);
        const response = await endpoint(made);
        if (response.status !== 200) assertProblem(response);
        else assert.ok(['GET', 'HEAD'].includes(init.method));
      }),
      { numRuns: 3_000 },
    );
    assert.deepEqual(failures, []);
  });
});
