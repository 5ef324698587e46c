import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { articleToken } from '../../src/endpoint.js';
import { freshArticle, postVote, readJson, talliesOf, voteBody, type Backend, type StartBackend } from './backend.js';

/** What our endpoint does beside the wire protocol. */
export function describeEndpoint(name: string, start: StartBackend): void {
  describe(`endpoint: ${name}`, () => {
    let backend: Backend;
    const partner = 'https://partner.example';
    before(async () => {
      backend = await start({ allowOrigins: [partner, 'http://other.example:8081/'], secret: ['new', 'old'], rate: 0 });
    });
    after(() => backend.stop());

    const signed = async (secret: string, article = freshArticle()) =>
      voteBody({ article, token: await articleToken(secret, article) });

    it('says whether its database answers', async () => {
      const response = await backend.send('/healthz');
      assert.equal(response.status, 200);
      assert.deepEqual(await response.json(), { status: 'ok' });
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
    });

    it('describes itself in valid OpenAPI', async () => {
      const response = await backend.send('/openapi.json');
      const description = await readJson<Record<string, unknown>>(response);
      const { valid, errors } = await new Validator().validate(description);
      assert.ok(valid, JSON.stringify(errors));
      assert.deepEqual(Object.keys(description.paths ?? {}), ['/votes', '/healthz', '/openapi.json']);
    });

    it('answers other paths with 404, and other methods with 405 and what is allowed', async () => {
      const lost = await backend.send('/vote');
      assert.equal(lost.status, 404);
      assert.match(lost.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
      assert.equal(lost.headers.get('Access-Control-Allow-Origin'), '*');
      const put = await backend.send('/votes', { method: 'PUT' });
      assert.equal(put.status, 405);
      assert.match(put.headers.get('Allow') ?? '', /POST/);
      assert.equal((await backend.send('/healthz', { method: 'POST' })).status, 405);
    });

    it('answers 304 to who has the tallies already', async () => {
      const article = encodeURIComponent(freshArticle());
      const first = await backend.send(`/votes?article=${article}`);
      const tag = first.headers.get('ETag');
      assert.ok(tag);
      const again = await backend.send(`/votes?article=${article}`, { headers: { 'If-None-Match': tag } });
      assert.equal(again.status, 304);
      assert.ok(again.headers.get('Access-Control-Allow-Origin'));
    });

    it('answers HEAD as GET, without the body', async () => {
      const response = await backend.send('/votes?article=a', { method: 'HEAD' });
      assert.equal(response.status, 200);
      assert.equal(await response.text(), '');
    });

    it('lets the pages of listed origins vote, with cookies', async () => {
      for (const origin of [partner, 'http://other.example:8081']) {
        const response = await postVote(backend, await signed('new'), { Origin: origin });
        assert.equal(response.status, 200);
        assert.equal(response.headers.get('Access-Control-Allow-Origin'), origin);
        assert.equal(response.headers.get('Access-Control-Allow-Credentials'), 'true');
        assert.match(response.headers.get('Vary') ?? '', /Origin/);
      }
    });

    it('refuses the votes of other pages in words that they can read, and lets them read tallies', async () => {
      const body = await signed('new');
      for (const origin of ['https://evil.example', 'http://partner.example', `${partner}.evil.example`, 'null']) {
        const response = await postVote(backend, body, { Origin: origin });
        assert.equal(response.status, 403);
        assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
        assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
        assert.equal(response.headers.get('Access-Control-Allow-Credentials'), null);
        const read = await backend.send('/votes?article=a', { headers: { Origin: origin } });
        assert.equal(read.status, 200);
      }
      assert.equal((await talliesOf(backend, body.article))[0]?.count, 0);
    });

    it('takes votes with no origin, which come from no page', async () => {
      assert.equal((await postVote(backend, await signed('new'))).status, 200);
    });

    it('takes tokens of both secrets while one replaces the other', async () => {
      assert.equal((await postVote(backend, await signed('new'))).status, 200);
      assert.equal((await postVote(backend, await signed('old'))).status, 200);
      const body = await signed('new');
      assert.equal((await postVote(backend, { ...body, token: body.token?.toUpperCase() })).status, 200);
    });

    it('refuses votes without a token, or with one for another article or by another secret', async () => {
      const body = await signed('new');
      const otherArticle = await articleToken('new', freshArticle());
      const otherSecret = await articleToken('stolen', body.article);
      for (const token of [undefined, '', 'x', otherArticle, otherSecret, `${body.token ?? ''}00`]) {
        const response = await postVote(backend, { ...body, token });
        assert.equal(response.status, 403);
        assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
      }
      assert.equal((await talliesOf(backend, body.article))[0]?.count, 0);
    });
  });

  describe(`rate limit: ${name}`, () => {
    let backend: Backend;
    before(async () => {
      backend = await start({ rate: 3, trustProxy: true });
    });
    after(() => backend.stop());

    it('counts the votes of each address behind the proxy, and says when to come again', async () => {
      const vote = (forwarded: string) =>
        postVote(backend, voteBody({ article: freshArticle() }), { 'X-Forwarded-For': forwarded });
      // What stands before the proxy's own entry is the client's invention.
      for (const invented of ['', '198.51.100.1, ', '198.51.100.2, '])
        assert.equal((await vote(`${invented}203.0.113.7`)).status, 200);
      const refused = await vote('198.51.100.3, 203.0.113.7');
      assert.equal(refused.status, 429);
      assert.match(refused.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
      const seconds = Number(refused.headers.get('Retry-After'));
      assert.ok(seconds > 0 && seconds <= 20, `Retry-After: ${seconds}`);
      assert.equal((await vote('203.0.113.8')).status, 200);
    });
  });
}
