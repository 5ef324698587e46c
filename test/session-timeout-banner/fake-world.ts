import { Session, type Answer, type Failure, type News, type World } from '../../src/session-timeout-banner/session.js';

type Event = 'warning' | 'extended' | 'extend-failed' | 'expired';

/** A world whose time passes only when told to: it runs the session's one timer, and answers when the test does. */
export class FakeWorld implements World {
  timeout = 1_800_000;
  warning = 60_000;
  final = Infinity;
  local = true;
  ask: World['ask'] = undefined;
  keepAlive: World['keepAlive'] = undefined;
  readonly session: Session;
  time = 0;
  due = Infinity;
  isOnline = true;
  news: News | undefined;
  readonly shared: (number | null)[] = [];
  readonly told: Event[] = [];
  readonly reasons: Failure[] = [];
  readonly asked: number[] = [];
  readonly kept: number[] = [];
  saving: Promise<unknown> = Promise.resolve();

  constructor(
    changes: Partial<Pick<FakeWorld, 'timeout' | 'warning' | 'final' | 'local'>> & {
      status?: () => Answer | Promise<Answer>;
      extends?: () => Answer | Promise<Answer>;
    } = {},
  ) {
    const { status, extends: extend, ...rest } = changes;
    Object.assign(this, rest);
    if (status) {
      this.ask = async () => {
        this.asked.push(this.time);
        return status();
      };
    }
    if (extend) {
      this.keepAlive = async () => {
        this.kept.push(this.time);
        return extend();
      };
    }
    if (status ?? extend) this.local = false;
    this.session = new Session(this, this.timeout);
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

  tell(event: Event, reason?: Failure): void {
    this.told.push(event);
    if (reason) this.reasons.push(reason);
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
