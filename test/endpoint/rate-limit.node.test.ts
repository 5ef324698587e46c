import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dailyHash } from '../../src/endpoint/daily-hash.js';
import { rateLimit } from '../../src/endpoint/rate-limit.js';

describe('the rate limit', () => {
  it('allows so many at once, and then one each time the share of a minute has passed', () => {
    const limit = rateLimit(4);
    assert.deepEqual(
      [0, 0, 0, 0, 0].map((now) => limit('a', now)),
      [0, 0, 0, 0, 15],
    );
    assert.equal(limit('a', 14_000), 1);
    assert.equal(limit('a', 15_000), 0);
    assert.equal(limit('a', 15_000), 15);
    assert.equal(limit('a', 90_000), 0);
  });

  it('keeps to what it said: after Retry-After the next one passes', () => {
    for (const rate of [1, 7, 13, 60, 999]) {
      const limit = rateLimit(rate);
      for (let vote = 0; vote < rate; vote++) assert.equal(limit('a', 0), 0);
      const seconds = limit('a', 0);
      assert.ok(seconds >= 1 && seconds <= 60);
      assert.equal(limit('a', seconds * 1000), 0);
    }
  });

  it('holds nobody back for hours when the clock is set back', () => {
    const limit = rateLimit(1);
    const hour = 3_600_000;
    assert.equal(limit('a', 2 * hour), 0);
    assert.equal(limit('a', hour), 60);
    assert.equal(limit('a', hour + 60_000), 0);
  });

  it('counts each client by itself', () => {
    const limit = rateLimit(1);
    assert.equal(limit('a', 0), 0);
    assert.equal(limit('b', 0), 0);
    assert.equal(limit('a', 0), 60);
  });

  it('allows everything where there is none', () => {
    const limit = rateLimit(0);
    for (let vote = 0; vote < 1000; vote++) assert.equal(limit('a', 0), 0);
  });

  it('forgets the longest known client when a flood of others comes', () => {
    const limit = rateLimit(1);
    for (let client = 0; client <= 100_000; client++) limit(String(client), 0);
    assert.equal(limit('0', 0), 0);
    assert.equal(limit('100000', 0), 60);
  });
});

describe('the daily hash', () => {
  const noon = Date.parse('2026-11-23T12:00:00Z');
  it('names an address the same all day, and otherwise the next day', async () => {
    const hash = dailyHash();
    const today = await hash('203.0.113.7', noon);
    assert.equal(await hash('203.0.113.7', noon + 3_600_000), today);
    assert.notEqual(await hash('203.0.113.8', noon), today);
    assert.notEqual(await hash('203.0.113.7', noon + 86_400_000), today);
  });

  it('cannot be joined with what another process knows', async () => {
    assert.notEqual(await dailyHash()('203.0.113.7', noon), await dailyHash()('203.0.113.7', noon));
  });
});
