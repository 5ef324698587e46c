import { watchActivity } from './activity.js';
import { request } from './server.js';
import { pageClocks, SessionClock } from './session-clock.js';
import { Session, type Answer, type News, type World } from './session.js';
import { SharedSession } from './shared-session.js';
import { veil } from './veil.js';

/** What the host says about its session; seconds, and dates as milliseconds of its own clock. */
export interface Terms {
  readonly timeout: number;
  readonly warning: number;
  readonly expiresAt: number | undefined;
  readonly maxSession: number | undefined;
  readonly status: URL | undefined;
  readonly keepAlive: URL | undefined;
  readonly local: boolean;
  readonly useExtends: boolean;
  /** The name that the tabs share. */
  readonly name: string;
}

/** A longer delay overflows 31 bits and fires at once. @see https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value */
const longestTimer = 2 ** 31 - 1;
/** A page that is seen again asks the server, unless it did so this short ago. */
const seenAgainFreshness = 5_000;

/** One session on a real page: its clocks, its one timer, its server, its other tabs, and what happens to the page. */
export class PageSession implements World {
  final = Infinity;
  readonly save: World['save'];
  readonly tell: World['tell'];
  readonly session: Session;
  readonly #onShow: () => void;
  readonly #clock = new SessionClock(pageClocks);
  readonly #left = new AbortController();
  readonly #stopWatching: () => void;
  #terms: Terms;
  #shared: SharedSession;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lookedAt: number;
  #veiled = false;
  /** How far the server's clock is ahead of the device's, once known. */
  #skew = 0;

  constructor(element: Element, terms: Terms, spent: number, handlers: Pick<World, 'save' | 'tell' | 'show'>) {
    this.#terms = terms;
    this.save = handlers.save;
    this.tell = handlers.tell;
    this.#onShow = handlers.show;
    this.#lookedAt = this.now();
    this.#shared = this.#join();
    this.#reckonFinal();
    this.session = new Session(this, this.#leftByHost() - spent);
    this.#stopWatching = watchActivity(element, () => {
      if (this.#terms.useExtends) this.session.use();
      if (this.#clock.doubtful) this.look();
    });
    this.#watchPage();
  }

  get timeout(): number {
    return this.#terms.timeout * 1000;
  }

  get warning(): number {
    return this.#terms.warning * 1000;
  }

  get local(): boolean {
    return this.#terms.local;
  }

  get ask(): World['ask'] {
    return this.#asking('GET', this.#terms.status);
  }

  get keepAlive(): World['keepAlive'] {
    return this.#asking('POST', this.#terms.keepAlive);
  }

  now(): number {
    return this.#clock.now();
  }

  online(): boolean {
    return navigator.onLine;
  }

  wake(delay: number): void {
    clearTimeout(this.#timer);
    // Rounded up: a timer that fires a moment early would only be set again.
    if (delay < Infinity) this.#timer = setTimeout(() => this.look(), Math.min(Math.ceil(delay), longestTimer));
  }

  share(left: number | null): void {
    this.#shared.share(left);
  }

  recall(): News | undefined {
    return this.#shared.recall();
  }

  show(): void {
    // Signed-out content stays hidden; whether it is, the server may still have to say.
    if (this.#veiled && !this.session.asking && this.session.phase !== 'expired') this.#veil(false);
    this.#onShow();
  }

  /** Takes in what the host changed. */
  change(terms: Terms): void {
    const before = this.#terms;
    this.#terms = terms;
    if (terms.name !== before.name) {
      this.#shared.close();
      this.#shared = this.#join();
    }
    this.#reckonFinal();
    const difference =
      terms.expiresAt === before.expiresAt
        ? this.timeout - before.timeout * 1000
        : this.#leftByHost() - this.session.left;
    this.session.move(difference);
  }

  look(freshness = Infinity): void {
    this.now();
    const { doubtful } = this.#clock;
    this.#clock.doubtful = false;
    this.session.look(doubtful ? 0 : freshness);
    this.#lookedAt = this.now();
  }

  stop(): void {
    this.#left.abort();
    this.#stopWatching();
    this.session.stop();
    this.#shared.close();
    this.#veil(false);
  }

  #join(): SharedSession {
    return new SharedSession(
      this.#terms.name,
      () => this.now() - this.#lookedAt,
      (news) => {
        this.session.hear(news);
        this.look();
      },
    );
  }

  #leftByHost(): number {
    const { expiresAt } = this.#terms;
    return expiresAt === undefined ? this.timeout : expiresAt - Date.now() - this.#skew;
  }

  /** From a date to the session clock, once: whatever the wall clock is set to afterwards, the end stays where it is. */
  #reckonFinal(): void {
    const { maxSession } = this.#terms;
    this.final = maxSession === undefined ? Infinity : this.now() + maxSession - Date.now() - this.#skew;
  }

  #asking(method: 'GET' | 'POST', url: URL | undefined): World['ask'] {
    return (
      url &&
      (async (signal): Promise<Answer> => {
        const answer = await request(method, url, signal);
        if (typeof answer !== 'string' && answer.skew) {
          this.#skew = answer.skew;
          this.#reckonFinal();
        }
        return answer;
      })
    );
  }

  #watchPage(): void {
    const { signal } = this.#left;
    const on = (type: string, listener: (event: Event) => void) => addEventListener(type, listener, { signal });
    document.addEventListener('visibilitychange', () => this.look(document.hidden ? Infinity : seenAgainFreshness), {
      signal,
    });
    on('focus', () => this.look());
    on('offline', () => this.look());
    on('online', () => {
      this.now();
      this.session.hurry();
    });
    on('pagehide', (event) => this.#veil((event as PageTransitionEvent).persisted));
    on('pageshow', (event) => {
      if ((event as PageTransitionEvent).persisted) this.look(0);
    });
  }

  #veil(on: boolean): void {
    if (on !== this.#veiled) veil(on);
    this.#veiled = on;
  }
}
