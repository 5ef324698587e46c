import type { Postponed } from './record.js';

const second = 1000;
const longestStep = 3600 * second;

/** The moment if it is still to come and not absurdly far ahead, which only a changed clock brings about; else 0. */
export const ahead = (now: number, moment: number | false = 0, atMost = longestStep): number =>
  moment && moment > now && moment <= now + atMost ? moment : 0;

/** Full jitter: from one second up to twice as long as the last time, at most an hour. */
export function postpone(what: Postponed, now: number): void {
  what.attempts = (what.attempts ?? 0) + 1;
  what.due = now + second + Math.random() * (Math.min(longestStep, second * 2 ** what.attempts) - second);
}
