import type { News, Phase, Reply, World } from './session-world.js';

/** The status is asked so early, to be known in time; what was said at most twice as long ago is fresh. */
const patience = 10_000;
/** Between two attempts: never more than twelve a minute. Use is told to the other tabs no more often, either. */
const shortestPause = 5_000;
const longestPause = 20_000;

/** A session is alive, then ending while the host may save, then ended; or the element left. */
const alive = 0;
const ending = 1;
const ended = 2;
const stopped = 3;

/**
 * One session as one tab sees it: when it ends, whether to warn, how it is extended. All that happens, happens in
 * `look()`, which the one timer and every event call; it decides from the clock alone, so it may come late or twice.
 */
export class Session {
  /** The banner is to be seen. */
  open = false;
  /** How many attempts to extend have failed in a row. */
  failures = 0;
  /** When the session ends, unless the final end comes first. */
  deadline: number;
  readonly #world: World;
  #stage = alive;
  /** When the session was last extended, as the server or the other tabs know it. */
  #extendedAt: number;
  #usedAt = -Infinity;
  #askedAt = -Infinity;
  #attemptedAt = -Infinity;
  /** The request on its way, and whether it only asks. */
  #request: { asks: boolean } | undefined;
  /** The reader or the host wants it extended, and it is neither yet nor in vain. */
  #wanted = false;

  constructor(world: World, deadline: number) {
    this.#world = world;
    this.#extendedAt = world.now();
    this.deadline = deadline;
    world.share(this.left);
  }

  get phase(): Phase {
    if (this.#stage === ended) return 'expired';
    if (this.#wanted) return this.#world.online() ? 'extending' : 'offline';
    return this.open ? 'warning' : 'idle';
  }

  /** Milliseconds until the end, never negative. */
  get left(): number {
    return Math.max(0, Math.min(this.deadline, this.#world.terms.final) - this.#world.now());
  }

  get secondsLeft(): number {
    return Math.ceil(this.left / 1000);
  }

  /** The server is being asked at this moment. */
  get asking(): boolean {
    return !!this.#request?.asks;
  }

  /** Extending can achieve something: there is a way to do it, and the end is not the final one. */
  get extendable(): boolean {
    const { local, keepAliveUrl, final } = this.#world.terms;
    return this.#stage === alive && (local || !!keepAliveUrl) && this.deadline < final;
  }

  /** Decides what is due now. `freshness`: how old the server's last word may be, in milliseconds. */
  look(freshness = Infinity): void {
    if (this.#stage !== alive) return;
    const { terms, tell, wake, now: read } = this.#world;
    const now = read();
    const { left } = this;
    const untilWarning = left - terms.warning;
    const isNear = untilWarning <= patience;
    if (!this.#request) {
      const stale = (this.open ? left <= 0 : isNear) ? 2 * patience : Infinity;
      if (left > 0 && (this.#wanted ? this.#mayTryAgain(now) : this.#hasNewUse(now))) this.#send(false, now);
      else if (terms.statusUrl && now - this.#askedAt > Math.min(freshness, stale)) this.#send(true, now);
      else if (left <= 0) {
        void this.end(false);
        return;
      }
    }
    if (untilWarning > 0) {
      if (this.open) this.#close();
    } else if (!this.open && !this.asking) {
      this.open = true;
      tell('warning', { secondsLeft: this.secondsLeft });
    }
    if (this.open || this.#wanted) wake(left % 1000 || 1000);
    // The server is asked, or told of use, so early that the warning need not come late.
    else wake(this.asking ? Infinity : untilWarning - (terms.local || isNear ? 0 : patience));
    tell();
  }

  /** The reader did something. */
  use(): void {
    const { terms, share, now: read } = this.#world;
    const now = (this.#usedAt = read());
    if (!terms.local) {
      if (this.#hasNewUse(now)) this.look();
    } else if (this.open) this.extend();
    else if (this.extendable) {
      this.deadline = now + terms.timeout;
      if (now - this.#extendedAt < shortestPause) return;
      this.#extendedAt = now;
      share(this.left);
    }
  }

  /** Extends by the reader's or the host's wish, and keeps trying. */
  extend(): void {
    if (!this.extendable) return;
    // The answer to the one call that extends makes the question idle.
    if (this.asking) this.#request = undefined;
    const { terms, now } = this.#world;
    if (terms.local) this.#extend(terms.timeout, now());
    else this.#wanted = true;
    this.look();
  }

  /** Ends the session here, and in the other tabs too where it is known to be over and not only believed to be. */
  async end(known: boolean): Promise<void> {
    if (this.#stage !== alive) return;
    this.#stage = ending;
    this.#rest();
    if (known) this.#world.share(null);
    await this.#world.save();
    if (this.#stage !== ending) return;
    this.#stage = ended;
    this.open = true;
    this.#world.tell('expired');
  }

  /** Takes in what another tab said. */
  hear({ left, age }: News): void {
    const saidAt = this.#world.now() - age;
    if (left === null) void this.end(false);
    // What was said before the server last spoke is no news.
    else if (saidAt >= this.#askedAt && saidAt + left > this.deadline) {
      this.deadline = saidAt + left;
      this.#extendedAt = saidAt;
      // A little more time is no reason to go and come back.
      if (this.#wanted && this.left > this.#world.terms.warning) this.#close();
    }
    this.look();
  }

  /** Lets go of everything. */
  stop(): void {
    this.#stage = stopped;
    this.#rest();
  }

  #mayTryAgain(now: number): boolean {
    const { failures } = this;
    return !failures || now - this.#attemptedAt >= Math.min(shortestPause * 1.5 ** (failures - 1), longestPause);
  }

  /** Use not told yet, and long enough after the last extension: a request a minute, or a tenth of the timeout. */
  #hasNewUse(now: number): boolean {
    const { local, timeout } = this.#world.terms;
    const last = Math.max(this.#extendedAt, this.#attemptedAt);
    const rested = now - last >= Math.max(60_000, timeout / 10);
    return !local && rested && this.#usedAt > this.#extendedAt && this.extendable;
  }

  #extend(left: number, from: number): void {
    this.deadline = from + left;
    this.#extendedAt = from;
    this.#world.share(this.left);
    this.#close();
  }

  #close(): void {
    this.open = this.#wanted = false;
    this.failures = 0;
    this.#world.tell('extended');
  }

  #rest(): void {
    this.#request = undefined;
    this.#wanted = false;
    this.failures = 0;
    this.#world.wake(Infinity);
  }

  #send(asks: boolean, now: number): void {
    const request = (this.#request = { asks });
    if (!asks) this.#attemptedAt = now;
    void this.#world.request(asks).then((reply) => {
      if (this.#request === request) this.#take(reply, asks, now);
    });
  }

  /** The server's seconds count from when it was asked, so that a slow answer never promises too much. */
  #take(reply: Reply, asks: boolean, sentAt: number): void {
    const { share, tell, now } = this.#world;
    const hasAnswered = typeof reply === 'number';
    this.#request = undefined;
    if (asks || hasAnswered) this.#askedAt = now();
    if (!hasAnswered) {
      if (this.#wanted && !asks) {
        this.failures++;
        this.#wanted = reply !== 'refused' && reply !== 'format';
        tell('extend-failed', { reason: reply });
      }
    } else if (reply <= 0) void this.end(true);
    else if (asks) {
      this.deadline = sentAt + reply;
      share(this.left);
    } else this.#extend(reply, sentAt);
    this.look();
  }
}
