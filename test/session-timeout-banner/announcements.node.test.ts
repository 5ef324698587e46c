import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDue } from '../../src/session-timeout-banner/announcements.js';

/** Which of the seconds would be said aloud. */
function said(seconds: number[]): number[] {
  let last = Infinity;
  return seconds.filter((second) => {
    if (!isDue(last, second)) return false;
    last = second;
    return true;
  });
}

const countdown = (from: number) => Array.from({ length: from + 1 }, (_, index) => from - index);

test('says the time at opening, each full minute, then at 40 and 20 seconds', () => {
  assert.deepEqual(said(countdown(60)), [60, 40, 20]);
  assert.deepEqual(said(countdown(300)), [300, 240, 180, 120, 60, 40, 20]);
  assert.deepEqual(said(countdown(90)), [90, 60, 40, 20]);
  assert.deepEqual(said(countdown(20)), [20]);
});

test('says what is really left when a mark was slept through', () => {
  assert.deepEqual(said([300, 299, 35, 34, 12]), [300, 35, 12]);
});
