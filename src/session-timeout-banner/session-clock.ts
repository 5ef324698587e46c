import { wallClock } from '../shared/wall-clock.js';

/** The two clocks a page has, and whether it is away: hidden or without a network, as it is while the device sleeps. */
export type Reading = readonly [monotonic: number, wall: number, away: boolean];

/** Below this the two clocks merely disagree, as they do when the system's clock is corrected. */
const tolerance = 2_000;

export const readPage = (): Reading => [
  performance.now(),
  wallClock(),
  document.visibilityState === 'hidden' || !navigator.onLine,
];

/**
 * A clock of milliseconds that pass alike whatever the wall clock is set to, sleep included. `performance.now()` stands
 * still in sleep on most systems (https://github.com/w3c/hr-time/issues/115), so the wall clock says how long it was;
 * but only where the page was away at the last reading. In a page in use, the wall clock leaps because it was set.
 */
export function createSessionClock(read: () => Reading): () => number {
  let slept = 0;
  let last = read();
  return () => {
    const [before, wallBefore, away] = last;
    last = read();
    const [monotonic, wall] = last;
    const leap = wall - wallBefore - (monotonic - before);
    if (away && leap > tolerance) slept += leap;
    return monotonic + slept;
  };
}
