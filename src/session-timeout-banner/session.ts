/** Why the server could not be heard, or would not extend. */
export type Failure = 'network' | 'timeout' | 'unavailable' | 'refused' | 'format';

/** Milliseconds left, as the server said: 0 is ended, NaN left unsaid. Or why there is no answer. */
export type Answer = number | Failure;

export type Phase = 'idle' | 'warning' | 'extending' | 'offline' | 'expired';

/** What another tab said, so many milliseconds ago: milliseconds left; null: it has ended. */
export interface News {
  left: number | null;
  age: number;
}

/** What the host says about its session, in milliseconds. */
export interface Terms {
  readonly timeout: number;
  readonly warning: number;
  /** The read-only question, and the one call that extends. */
  readonly status: URL | undefined;
  readonly keepAlive: URL | undefined;
  /** No server takes part: the timer is all there is. */
  readonly local: boolean;
}

/** Everything a session needs from outside. Times are milliseconds of the session clock. */
export interface World {
  terms: Terms;
  /** The end that nothing moves. */
  final: number;
  now(): number;
  /** Replaces the one timer, which calls `look()`. */
  wake(delay: number): void;
  online(): boolean;
  /** Never rejects. */
  request(method: 'GET' | 'POST', url: URL | undefined, signal: AbortSignal): Promise<Answer>;
  share(left: number | null): void;
  /** The latest that other tabs left behind. */
  recall(): News | undefined;
  /** Lets the host save before the end. */
  save(): Promise<unknown>;
  tell(event: 'warning' | 'extended' | 'extend-failed' | 'expired', reason?: Failure): void;
  /** There may be something new to see. */
  show(): void;
}

/** How long an answer is waited for; and so early the status is asked, to be known in time. */
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
  /** The request on its way, since when, and whether it only asks. */
  #request: AbortController | undefined;
  #sentAt = 0;
  #asks = false;
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
    return Math.max(0, Math.min(this.deadline, this.#world.final) - this.#world.now());
  }

  get secondsLeft(): number {
    return Math.ceil(this.left / 1000);
  }

  /** The server is being asked at this moment. */
  get asking(): boolean {
    return !!this.#request && this.#asks;
  }

  /** Extending can achieve something: there is a way to do it, and the end is not the final one. */
  get extendable(): boolean {
    const { terms, final } = this.#world;
    return this.#stage === alive && (terms.local || !!terms.keepAlive) && this.deadline < final;
  }

  /** Decides what is due now. `freshness`: how old the server's last word may be, in milliseconds. */
  look(freshness = Infinity): void {
    const world = this.#world;
    this.hear(world.recall());
    if (this.#stage !== alive) return;
    const now = world.now();
    if (this.#request && now >= this.#sentAt + patience) {
      this.#take('timeout');
      return;
    }
    const { local, status, warning } = world.terms;
    const { left } = this;
    const untilWarning = left - warning;
    const due = this.open ? left <= 0 : untilWarning <= patience;
    const pause = Math.min(shortestPause * 1.5 ** (this.failures - 1), longestPause);
    const retryAt = this.failures ? this.#attemptedAt + pause : now;
    if (!this.#request) {
      if (left > 0 && (this.#wanted ? now >= retryAt : this.#hasNewUse(now))) this.#send(false, now);
      else if (status && now - this.#askedAt > Math.min(freshness, due ? 2 * patience : Infinity))
        this.#send(true, now);
      else if (left <= 0) {
        void this.end(false);
        return;
      }
    }
    if (this.open && untilWarning > 0) this.#close();
    else if (!this.open && untilWarning <= 0 && !this.asking) {
      this.open = true;
      world.tell('warning');
    }
    let next = this.#request ? this.#sentAt + patience : this.#wanted ? retryAt : Infinity;
    if (this.open) next = Math.min(next, now + (left % 1000 || 1000));
    else if (!this.asking) {
      // The server is asked, or told of use, so early that the warning need not come late.
      const ahead = local || untilWarning <= patience ? 0 : patience;
      next = Math.min(next, now + untilWarning - ahead);
    }
    world.wake(next - now);
    world.show();
  }

  /** The reader did something. */
  use(): void {
    const now = this.#world.now();
    const first = this.#usedAt <= this.#extendedAt;
    this.#usedAt = now;
    if (!this.extendable) return;
    const { local, timeout } = this.#world.terms;
    if (!local) {
      if (first || this.#hasNewUse(now)) this.look();
    } else if (this.open || now - this.#extendedAt >= shortestPause) {
      this.#extend(timeout, now);
      if (this.open) this.#close();
    } else this.deadline = now + timeout;
  }

  /** Extends by the reader's or the host's wish, and keeps trying. */
  extend(): void {
    if (!this.extendable) return;
    // The answer to the one call that extends makes the question idle.
    if (this.asking) this.#drop();
    const { local, timeout } = this.#world.terms;
    this.#wanted = !local;
    if (local) {
      this.#extend(timeout, this.#world.now());
      this.#close();
    }
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
    this.#world.show();
    this.#world.tell('expired');
  }

  /** Takes in what another tab said. */
  hear(news: News | undefined): void {
    if (!news || this.#stage !== alive) return;
    const { left, age } = news;
    const saidAt = this.#world.now() - age;
    if (left === null) void this.end(false);
    // What was said before the server last spoke is no news.
    else if (saidAt >= this.#askedAt && saidAt + left > this.deadline) {
      this.deadline = saidAt + left;
      this.#extendedAt = saidAt;
      // A little more time is no reason to go and come back.
      if ((this.open || this.#wanted) && this.left > this.#world.terms.warning) this.#close();
    }
  }

  /** Lets go of everything. */
  stop(): void {
    this.#stage = stopped;
    this.#rest();
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
  }

  #close(): void {
    this.open = this.#wanted = false;
    this.failures = 0;
    this.#world.tell('extended');
  }

  #rest(): void {
    this.#drop();
    this.#wanted = false;
    this.#world.wake(Infinity);
  }

  #drop(): void {
    this.#request?.abort();
    this.#request = undefined;
  }

  #send(asks: boolean, now: number): void {
    const { status, keepAlive } = this.#world.terms;
    const request = new AbortController();
    this.#request = request;
    this.#asks = asks;
    this.#sentAt = now;
    if (!asks) this.#attemptedAt = now;
    void this.#world.request(asks ? 'GET' : 'POST', asks ? status : keepAlive, request.signal).then((answer) => {
      if (this.#request === request) this.#take(answer);
    });
  }

  /** The server's seconds count from when it was asked, so that a slow answer never promises too much. */
  #take(answer: Answer): void {
    const asks = this.#asks;
    this.#drop();
    const unsaid = asks ? 'format' : this.#world.terms.timeout;
    const left = Number.isNaN(answer) ? unsaid : answer;
    if (asks || typeof left === 'number') this.#askedAt = this.#world.now();
    if (typeof left === 'string') {
      if (this.#wanted && !asks) {
        this.failures++;
        if (left === 'refused' || left === 'format') this.#wanted = false;
        this.#world.tell('extend-failed', left);
      }
    } else if (left <= 0) {
      void this.end(true);
    } else {
      this.#extend(left, this.#sentAt);
      if (!asks) this.#close();
    }
    this.look();
  }
}
