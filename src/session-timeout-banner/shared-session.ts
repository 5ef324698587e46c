import type { News } from './session.js';

/** As written: when by the wall clock, which all tabs of a device share, and how long was left; null: it has ended. */
interface Entry {
  at: number;
  left: number | null;
}

/**
 * What the tabs of one session know of each other: the latest deadline, not a register of tabs, so that a frozen or
 * dead one blocks nothing. It goes out live, and stays behind for tabs that were frozen or in the back/forward cache.
 */
export class SharedSession {
  readonly #key: string;
  readonly #channel: BroadcastChannel | undefined;
  readonly #onStorage: (event: StorageEvent) => void;
  readonly #missedAtMost: () => number;
  #seen: unknown;

  /**
   * @param name which session of this origin
   * @param missedAtMost for how many milliseconds at most this tab can have missed something: since it last looked
   * @param onNews called with what another tab says
   */
  constructor(name: string, missedAtMost: () => number, onNews: (news: News) => void) {
    this.#key = `sao-session:${name}`;
    this.#missedAtMost = missedAtMost;
    const hear = (entry: unknown) => {
      const news = this.#read(entry);
      if (news) onNews(news);
    };
    try {
      // Refused where third-party storage is.
      this.#channel = new BroadcastChannel(this.#key);
      this.#channel.onmessage = ({ data }) => hear(data);
    } catch {
      this.#channel = undefined;
    }
    this.#onStorage = ({ key, newValue }) => {
      if (key === this.#key) hear(newValue);
    };
    addEventListener('storage', this.#onStorage);
  }

  share(left: number | null): void {
    const entry = JSON.stringify({ at: Date.now(), left } satisfies Entry);
    this.#seen = entry;
    try {
      localStorage.setItem(this.#key, entry);
    } catch {
      // Blocked or full: the channel alone has to do.
    }
    this.#channel?.postMessage(entry);
  }

  recall(): News | undefined {
    try {
      return this.#read(localStorage.getItem(this.#key));
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.#channel?.close();
    removeEventListener('storage', this.#onStorage);
  }

  /**
   * The age by the wall clock, but never more than this tab can have slept through: were the clock set in between, a
   * message that has just come would look a day old. One from the future shows the clock was set back: it is taken for
   * the oldest it can be. The same entry is read once, or a clock set back would make it young again.
   */
  #read(text: unknown): News | undefined {
    if (text === this.#seen) return undefined;
    this.#seen = text;
    try {
      const { at, left } = JSON.parse(text as string) as Entry;
      const age = Date.now() - at;
      const most = this.#missedAtMost();
      return { left, age: age < -1000 ? most : Math.max(0, Math.min(age, most)) };
    } catch {
      return undefined;
    }
  }
}
