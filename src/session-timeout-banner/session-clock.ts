/** The two clocks a page has, and whether it is away: hidden or without a network, as it is while the device sleeps. */
export interface Clocks {
  monotonic(): number;
  wall(): number;
  away(): boolean;
}

/** Below this the two clocks merely disagree, as they do when the system's clock is corrected. */
const tolerance = 2_000;

/**
 * Milliseconds that pass alike whatever the wall clock is set to, sleep included. `performance.now()` stands still in
 * sleep on most systems (https://github.com/w3c/hr-time/issues/115), so the wall clock says how long it was; but only
 * for a page that was away at the last reading. Seen by a visible page, a leap of the wall clock is somebody setting it.
 */
export class SessionClock {
  /** The wall clock leapt ahead of a page in use: set, or slept through. Only the server can tell; who asks resets it. */
  doubtful = false;
  readonly #clocks: Clocks;
  #monotonic: number;
  #wall: number;
  #away: boolean;
  #slept = 0;

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
    this.#monotonic = clocks.monotonic();
    this.#wall = clocks.wall();
    this.#away = clocks.away();
  }

  now(): number {
    const monotonic = this.#clocks.monotonic();
    const wall = this.#clocks.wall();
    const leap = wall - this.#wall - (monotonic - this.#monotonic);
    if (leap > tolerance) {
      if (this.#away) this.#slept += leap;
      else this.doubtful = true;
    }
    this.#monotonic = monotonic;
    this.#wall = wall;
    this.#away = this.#clocks.away();
    return monotonic + this.#slept;
  }
}

export const pageClocks: Clocks = {
  monotonic: () => performance.now(),
  wall: () => Date.now(),
  away: () => document.hidden || !navigator.onLine,
};
