/** Why the server could not be heard, or would not extend. */
export type Failure = 'network' | 'timeout' | 'unavailable' | 'refused' | 'format';

/** What the server said: milliseconds left (0: ended; `undefined`: it did not say), and how far its clock is ahead. */
export type Answer = { left: number | undefined; skew?: number } | Failure;

/** What the tabs of a session tell each other: milliseconds left at an age in milliseconds; null: it has ended. */
export interface News {
  left: number | null;
  age: number;
}

export type Phase = 'idle' | 'warning' | 'extending' | 'offline' | 'expired';

/** Everything a session needs from outside. Times are milliseconds of the session clock. */
export interface World {
  /** Inactivity after which the session ends, how long before it warns, and the end that nothing moves. */
  readonly timeout: number;
  readonly warning: number;
  readonly final: number;
  /** No server takes part: the timer is all there is. */
  readonly local: boolean;
  /** The read-only question, and the one call that extends; undefined where the host has none. Neither rejects. */
  readonly ask: ((signal: AbortSignal) => Promise<Answer>) | undefined;
  readonly keepAlive: ((signal: AbortSignal) => Promise<Answer>) | undefined;
  now(): number;
  /** Replaces the one timer; it calls `look()`. */
  wake(delay: number): void;
  online(): boolean;
  share(left: number | null): void;
  /** The latest that other tabs left behind. */
  recall(): News | undefined;
  /** Lets the host save before the end. */
  save(): Promise<unknown>;
  tell(event: 'warning' | 'extended' | 'extend-failed' | 'expired', reason?: Failure): void;
  /** Something to see has changed. */
  show(): void;
}

interface Question {
  readonly ask: boolean;
  readonly until: number;
  readonly controller: AbortController;
  settle(answer: Answer): void;
}

/** The status is asked so long before it is needed, waited for so long, and good for twice as long. */
const patience = 5_000;
const keepAlivePatience = 10_000;
/** Never more than twelve attempts a minute. */
const shortestPause = 5_000;
const longestPause = 20_000;
/** Use is told to the other tabs no more often than this. */
const useShared = 5_000;

/**
 * One session as one tab sees it: when it ends, whether to warn, and how it is extended. All that happens, happens in
 * `look()`, which the one timer and every event call; it decides from the clock alone, so that it may come late, early
 * or twice.
 */
export class Session {
  /** The warning is to be seen. */
  open = false;
  /** The last wish to extend failed for good. */
  failed = false;
  /** How many attempts have failed in a row. */
  failures = 0;
  readonly #world: World;
  #deadline: number;
  /** When the deadline was last set by use, extension or another tab; activity is measured against it. */
  #extendedAt: number;
  #attemptedAt = -Infinity;
  #usedAt = -Infinity;
  #useSharedAt = -Infinity;
  /** When the server was last asked, and when it last said something, which beats older news. */
  #askedAt = -Infinity;
  #confirmedAt = -Infinity;
  #question: Question | undefined;
  #wanted = false;
  #ending: Promise<void> | undefined;
  /** From the first moment of the end, when the host may still be saving; `#over` is its last. */
  #closing = false;
  #over = false;
  #stopped = false;
  #waiting: ((extended: boolean) => void)[] = [];

  constructor(world: World, left: number) {
    this.#world = world;
    this.#extendedAt = world.now();
    this.#deadline = this.#extendedAt + left;
    world.share(left);
  }

  get phase(): Phase {
    if (this.#over) return 'expired';
    if (this.#wanted) return this.#world.online() ? 'extending' : 'offline';
    return this.open ? 'warning' : 'idle';
  }

  /** Milliseconds until the end, never negative. */
  get left(): number {
    return Math.max(0, Math.min(this.#deadline, this.#world.final) - this.#world.now());
  }

  get secondsLeft(): number {
    return Math.ceil(this.left / 1000);
  }

  /** Whether the server is being asked at this moment. */
  get asking(): boolean {
    return !!this.#question?.ask;
  }

  /** Whether extending can achieve anything: there is a way to do it, and the end is not the final one. */
  get extendable(): boolean {
    const { local, keepAlive, final } = this.#world;
    return !this.#closing && (local || !!keepAlive) && this.#deadline < final;
  }

  /** Moves the end, because the host changed its mind about it. */
  move(difference: number): void {
    this.#deadline += difference;
    this.look();
  }

  /** Decides what is due now. `freshness`: how old the server's last word may be, in milliseconds. */
  look(freshness = Infinity): void {
    const world = this.#world;
    this.hear(world.recall());
    if (this.#closing || this.#stopped) return;
    const now = world.now();
    if (this.#question && now >= this.#question.until) {
      this.#question.settle('timeout');
      return;
    }
    const { left } = this;
    const untilWarning = left - world.warning;
    const due = left <= 0 || (!this.open && untilWarning <= patience);
    const stale = !!world.ask && now - this.#askedAt > (due ? Math.min(freshness, 2 * patience) : freshness);
    if (!this.#question) {
      if (left > 0 && this.#wanted && now >= this.#pausedUntil()) this.#attempt();
      else if (!this.open && due && this.#usedSince(now)) this.#attempt();
      else if (stale) this.#ask();
    }
    if (left <= 0 && !this.#question) {
      void this.end(false);
      return;
    }
    if (this.open && untilWarning > 0) this.#close();
    else if (!this.open && untilWarning <= 0 && !this.asking) {
      this.open = true;
      this.failed = false;
      world.tell('warning');
    }
    world.wake(this.#nextLook(now, left) - now);
    world.show();
  }

  /** The reader did something: keys, pointer or input. */
  use(): void {
    const now = this.#world.now();
    const first = this.#usedAt <= this.#extendedAt;
    this.#usedAt = now;
    if (!this.extendable) return;
    if (!this.#world.local) {
      const attempt = !this.#question && this.#usedSince(now);
      if (attempt) this.#attempt();
      if (attempt || first) this.look();
      return;
    }
    this.#deadline = now + this.#world.timeout;
    if (this.open) this.#extend(this.#world.timeout, now);
    else if (now - this.#useSharedAt >= useShared) {
      this.#useSharedAt = now;
      this.#world.share(this.#world.timeout);
    }
  }

  /** Extends by the reader's or the host's wish, and keeps trying; resolves with whether it came about. */
  extend(): Promise<boolean> {
    if (!this.extendable) return Promise.resolve(false);
    if (this.#world.local) {
      this.#extend(this.#world.timeout, this.#world.now());
      return Promise.resolve(true);
    }
    this.#wanted = true;
    this.failed = false;
    if (this.asking) this.#drop();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.look();
    });
  }

  /** Ends the session here, and in the other tabs too where it is known to be over, not only believed to be. */
  end(known: boolean): Promise<void> {
    this.#closing = true;
    this.#ending ??= this.#end(known);
    return this.#ending;
  }

  /** Takes in what another tab said. */
  hear(news: News | undefined): void {
    if (!news || this.#closing) return;
    if (news.left === null) {
      void this.end(false);
      return;
    }
    const saidAt = this.#world.now() - news.age;
    const deadline = saidAt + news.left;
    if (saidAt <= this.#confirmedAt || deadline <= this.#deadline) return;
    this.#deadline = deadline;
    this.#extendedAt = Math.max(this.#extendedAt, saidAt);
    if (this.open || this.#wanted) this.#close();
  }

  /** Comes back online: what waits for a network need not wait longer. */
  hurry(): void {
    this.failures = Math.min(this.failures, 1);
    this.look();
  }

  /** Lets go of everything. */
  stop(): void {
    this.#stopped = true;
    this.#drop();
    this.#settleWishes(false);
    this.#world.wake(Infinity);
  }

  async #end(known: boolean): Promise<void> {
    this.#world.wake(Infinity);
    if (known) this.#world.share(null);
    this.#drop();
    await this.#world.save();
    if (this.#stopped) return;
    this.#over = true;
    this.open = true;
    this.#settleWishes(false);
    this.#world.show();
    this.#world.tell('expired');
  }

  #drop(): void {
    this.#question?.controller.abort();
    this.#question = undefined;
  }

  #ask(): void {
    this.#send(true, patience, (answer, sentAt) => {
      this.#askedAt = this.#world.now();
      if (typeof answer === 'string' || answer.left === undefined) return;
      this.#confirm(sentAt, answer.left);
    });
  }

  #attempt(): void {
    this.#attemptedAt = this.#world.now();
    this.#send(false, keepAlivePatience, (answer, sentAt) => {
      if (typeof answer !== 'string') {
        this.#askedAt = this.#world.now();
        const left = answer.left ?? this.#world.timeout;
        if (this.#confirm(sentAt, left)) this.#extend(left, sentAt);
        return;
      }
      this.failures++;
      if (!this.#wanted) return;
      if (answer === 'refused' || answer === 'format') {
        this.#wanted = false;
        this.failed = true;
        this.#settleWishes(false);
      }
      this.#world.tell('extend-failed', answer);
    });
  }

  /** The server's word: it counts from when it was asked, so that a slow answer never promises too much. */
  #confirm(sentAt: number, left: number): boolean {
    if (left <= 0) {
      void this.end(true);
      return false;
    }
    this.#confirmedAt = sentAt;
    this.#deadline = sentAt + left;
    this.#world.share(this.#deadline - this.#world.now());
    return true;
  }

  #extend(left: number, from: number): void {
    this.#deadline = from + left;
    this.#extendedAt = this.#useSharedAt = from;
    this.#world.share(this.left);
    this.#close();
    this.look();
  }

  #close(): void {
    this.open = this.#wanted = this.failed = false;
    this.failures = 0;
    this.#settleWishes(true);
    this.#world.tell('extended');
  }

  #settleWishes(extended: boolean): void {
    for (const resolve of this.#waiting.splice(0)) resolve(extended);
  }

  /** Activity since the last extension, and long enough ago: at most one request a minute or a tenth of the timeout. */
  #usedSince(now: number): boolean {
    const interval = Math.max(60_000, this.#world.timeout / 10);
    const last = Math.max(this.#extendedAt, this.#attemptedAt);
    return !!this.#world.keepAlive && this.extendable && this.#usedAt > this.#extendedAt && now - last >= interval;
  }

  #pausedUntil(): number {
    const pause = shortestPause * 1.5 ** (this.failures - 1);
    return this.failures ? this.#attemptedAt + Math.min(pause, longestPause) : -Infinity;
  }

  #nextLook(now: number, left: number): number {
    const world = this.#world;
    const untilWarning = left - world.warning;
    let next = this.#question?.until ?? Infinity;
    if (this.open) next = Math.min(next, now + (left % 1000 || 1000));
    else if (!this.asking) {
      // The server is asked, or told of use, so early that the warning need not come late.
      const busy = world.ask ? now - this.#askedAt > patience : world.keepAlive && this.#usedAt > this.#extendedAt;
      const ahead = busy && untilWarning > patience ? patience : 0;
      next = Math.min(next, now + untilWarning - ahead);
    }
    if (this.#wanted && !this.#question) next = Math.min(next, this.#pausedUntil());
    return next;
  }

  #send(ask: boolean, limit: number, take: (answer: Answer, sentAt: number) => void): void {
    const sentAt = this.#world.now();
    const controller = new AbortController();
    const question: Question = {
      ask,
      until: sentAt + limit,
      controller,
      settle: (answer) => {
        if (this.#question !== question) return;
        this.#drop();
        take(answer, sentAt);
        this.look();
      },
    };
    this.#question = question;
    const { ask: status, keepAlive } = this.#world;
    void (ask ? status : keepAlive)?.(controller.signal).then((answer) => question.settle(answer));
  }
}
