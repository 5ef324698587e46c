import {
  Session,
  type Answer,
  type Failure,
  type News,
  type Terms,
  type World,
} from '../../src/session-timeout-banner/session.js';

type Told = Parameters<World['tell']>[0];

interface Circumstances extends Partial<Pick<Terms, 'timeout' | 'warning' | 'local'>> {
  final?: number;
  /** What the server answers, where there is one. */
  status?: () => Answer | Promise<Answer>;
  keepAlive?: () => Answer | Promise<Answer>;
}

const url = (given: unknown) => (given ? new URL('https://host.example/') : undefined);

/** A world whose time passes only when told to: it runs the session's one timer, and answers when the test does. */
export class FakeWorld implements World {
  terms: Terms;
  final: number;
  time = 0;
  /** When the one timer fires. */
  due = Infinity;
  isOnline = true;
  news: News | undefined;
  saving: Promise<unknown> = Promise.resolve();
  readonly session: Session;
  readonly shared: (number | null)[] = [];
  readonly told: Told[] = [];
  readonly reasons: Failure[] = [];
  /** When the server was asked, and when it was to extend. */
  readonly asked: number[] = [];
  readonly kept: number[] = [];
  /** Which of the latter failed. */
  readonly failed: number[] = [];
  readonly #circumstances: Circumstances;

  constructor(circumstances: Circumstances = {}) {
    const { timeout = 1_800_000, warning = 60_000, final = Infinity, status, keepAlive } = circumstances;
    const local = circumstances.local ?? !(status ?? keepAlive);
    this.#circumstances = circumstances;
    this.terms = { timeout, warning, local, status: url(status), keepAlive: url(keepAlive) };
    this.final = final;
    this.session = new Session(this, timeout);
    this.session.look();
  }

  now(): number {
    return this.time;
  }

  wake(delay: number): void {
    this.due = this.time + delay;
  }

  online(): boolean {
    return this.isOnline;
  }

  async request(method: 'GET' | 'POST'): Promise<Answer> {
    const { status, keepAlive } = this.#circumstances;
    (method === 'GET' ? this.asked : this.kept).push(this.time);
    return (await (method === 'GET' ? status : keepAlive)?.()) ?? 'network';
  }

  share(left: number | null): void {
    this.shared.push(left);
  }

  recall(): News | undefined {
    const { news } = this;
    this.news = undefined;
    return news;
  }

  save(): Promise<unknown> {
    return this.saving;
  }

  tell(event: Told, reason?: Failure): void {
    this.told.push(event);
    if (!reason) return;
    this.reasons.push(reason);
    this.failed.push(this.kept.at(-1) ?? NaN);
  }

  show(): void {
    // Nothing to see in a fake world.
  }

  /** Lets answers arrive. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) await Promise.resolve();
  }

  /** Time passes awake: the timer fires when it is due. */
  async pass(seconds: number): Promise<void> {
    const end = this.time + seconds * 1000;
    await this.settle();
    while (this.due <= end) {
      this.time = Math.max(this.time, this.due);
      this.due = Infinity;
      this.session.look();
      await this.settle();
    }
    this.time = end;
  }

  /** Time passes asleep or frozen: no timer fires until the page looks again. */
  async sleep(seconds: number, freshness = 5_000): Promise<void> {
    this.time += seconds * 1000;
    this.session.look(freshness);
    await this.settle();
  }
}

/** A request that the server never answers. */
export const silence = (): Promise<Answer> => new Promise<Answer>(() => undefined);
