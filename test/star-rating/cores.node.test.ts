import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWithin, numberFromAttribute } from '../../src/star-rating/attributes.js';
import { deliveryOf, standingScore } from '../../src/star-rating/delivery.js';
import { scoreOf } from '../../src/star-rating/score.js';
import type { OwnVote } from '../../src/votes/vote.js';

const vote = (given: Partial<OwnVote>): OwnVote => ({
  ...{ id: 'i', article: 'a', endpoint: 'e', score: 4, max: 5, state: 'pending', durable: true, confirmed: null },
  ...given,
});

test('an attribute is a number, none, or no number', () => {
  assert.equal(numberFromAttribute('4.5'), 4.5);
  assert.equal(numberFromAttribute(null), null);
  for (const text of ['', ' ', 'abc', '4 stars']) assert.ok(Number.isNaN(numberFromAttribute(text)));
});

test('what is not a number is not within', () => {
  assert.ok(isWithin(4.25, 0, 5, false));
  for (const wrong of [NaN, Infinity, -1, 6]) assert.ok(!isWithin(wrong, 0, 5, false));
  assert.ok(!isWithin(4.5, 1, 5, true));
});

test('delivery says how far the vote has come', () => {
  assert.equal(deliveryOf(vote({}), true), 'sending');
  assert.equal(deliveryOf(vote({}), false), 'kept');
  assert.equal(deliveryOf(vote({ durable: false }), true), 'unsaved');
  assert.equal(deliveryOf(vote({ state: 'sent' }), true), 'counted');
  assert.equal(deliveryOf(vote({ state: 'rejected' }), false), 'refused');
  assert.equal(deliveryOf(vote({ state: 'rejected', reason: 'expired' }), false), 'expired');
});

test('what the endpoint holds stands, once it has told', () => {
  assert.equal(standingScore(vote({ state: 'sent', confirmed: 2 })), 2);
});

test('after a refusal the last confirmed vote stands', () => {
  assert.equal(standingScore(vote({})), 4);
  assert.equal(standingScore(vote({ state: 'rejected' })), null);
  assert.equal(standingScore(vote({ state: 'rejected', confirmed: 2 })), 2);
});

test("the endpoint's tally wins over the page's", () => {
  assert.equal(scoreOf({ article: 'a', sum: 9, count: 3 }, 1, 1, 5)?.average, 3);
  assert.equal(scoreOf({ article: 'a', sum: 0, count: 0 }, 1, 1, 5)?.average, 0);
  assert.equal(scoreOf({ article: 'a', sum: 99, count: 3 }, null, null, 5)?.average, 5);
  assert.equal(scoreOf(undefined, 5, 0, 5)?.average, 0, 'where nobody has voted, there is no average');
});
