import type {
  Failure,
  Happening,
  News,
  Reply,
  Terms,
  View,
  World,
} from '../../src/session-timeout-banner/session-world.js';
import { createSession, type Session } from '../../src/session-timeout-banner/session.js';

interface Circumstances extends Partial<Pick<Terms, 'timeout' | 'warning' | 'local' | 'final'>> {
  /** What the server answers at that time, where there is one. */
  status?: (time: number) => Reply | Promise<Reply>;
  keepAlive?: (time: number) => Reply | Promise<Reply>;
}

/** How long an answer is waited for. */
const patience = 10_000;
const url = (given: unknown) => (given ? 'https://host.example/' : undefined);

/** A world whose time passes only when told to: it runs the session's one timer, and answers when the test does. */
export class FakeWorld implements World {
  readonly terms: Terms;
  time = 0;
  /** When the one timer fires. */
  due = Infinity;
  isOnline = true;
  /** What another tab left behind: how much was left at this moment. */
  news: number | undefined;
  saving: Promise<unknown> = Promise.resolve();
  readonly session: Session;
  /** How much time was left each time that the other tabs were told something, and what news there were. */
  readonly shared: number[] = [];
  readonly toldOthers: (News | undefined)[] = [];
  readonly told: Happening[] = [];
  readonly reasons: Failure[] = [];
  /** When the server was asked, and when it was to extend. */
  readonly asked: number[] = [];
  readonly kept: number[] = [];
  /** Which of the latter failed. */
  readonly failed: number[] = [];
  readonly #circumstances: Circumstances;
  #view!: View;
  #waiting: { until: number; giveUp: () => void }[] = [];

  constructor(circumstances: Circumstances = {}) {
    const { timeout = 1_800_000, warning = 60_000, final = Infinity, status, keepAlive } = circumstances;
    const local = circumstances.local ?? !(status ?? keepAlive);
    this.#circumstances = circumstances;
    this.terms = {
      timeout,
      warning,
      final,
      local,
      statusUrl: url(status),
      keepAliveUrl: url(keepAlive),
      ...{ expiresAt: undefined, signOutUrl: undefined, signInUrl: undefined, expiredUrl: undefined },
    };
    this.session = createSession(this, this.terms, 0);
    this.session.look();
  }

  readonly now = (): number => this.time;

  readonly wake = (delay: number): void => {
    this.due = this.time + delay;
  };

  readonly online = (): boolean => this.isOnline;

  readonly request = async (_url: string | undefined, unsaid?: number): Promise<Reply> => {
    const { status, keepAlive } = this.#circumstances;
    const asks = unsaid === undefined;
    (asks ? this.asked : this.kept).push(this.time);
    const tooLate = new Promise<Reply>((resolve) =>
      this.#waiting.push({ until: this.time + patience, giveUp: () => resolve('timeout') }),
    );
    return Promise.race([Promise.resolve((asks ? status : keepAlive)?.(this.time) ?? 'network'), tooLate]);
  };

  readonly share = (left: number, news?: News): void => {
    this.shared.push(left);
    this.toldOthers.push(news);
  };

  readonly save = (): Promise<unknown> => this.saving;

  readonly tell = (view: View, event?: Happening, detail?: object): void => {
    this.#view = view;
    if (!event) return;
    this.told.push(event);
    if (event !== 'extend-failed') return;
    this.reasons.push((detail as { reason: Failure }).reason);
    this.failed.push(this.kept.at(-1) ?? NaN);
  };

  /** What there is to see at this moment. */
  get view(): View {
    this.session.look();
    return this.#view;
  }

  /** As a page looks: what other tabs left behind comes first. */
  look(freshness?: number): void {
    const { news } = this;
    this.news = undefined;
    if (news !== undefined) this.session.hear(news, this.time);
    this.session.look(freshness);
  }

  /** Lets answers arrive. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) await Promise.resolve();
  }

  /** Time passes awake: the timer fires when it is due, and a request is given up when it was waited for long enough. */
  async pass(seconds: number): Promise<void> {
    const end = this.time + seconds * 1000;
    await this.settle();
    for (;;) {
      const next = Math.min(this.due, ...this.#waiting.map(({ until }) => until));
      if (next > end) break;
      this.time = Math.max(this.time, next);
      await this.#giveUp();
      if (this.due <= this.time) {
        this.due = Infinity;
        this.look();
      }
      await this.settle();
    }
    this.time = end;
  }

  /** Time passes asleep or frozen: no timer fires until the page looks again. */
  async sleep(seconds: number, freshness = 5_000): Promise<void> {
    this.time += seconds * 1000;
    await this.#giveUp();
    this.look(freshness);
    await this.settle();
  }

  async #giveUp(): Promise<void> {
    const late = this.#waiting.filter(({ until }) => until <= this.time);
    this.#waiting = this.#waiting.filter(({ until }) => until > this.time);
    for (const { giveUp } of late) giveUp();
    await this.settle();
  }
}

/** A request that the server never answers. */
export const silence = (): Promise<Reply> => new Promise<Reply>(() => undefined);
