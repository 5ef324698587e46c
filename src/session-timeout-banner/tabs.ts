import { wallClock } from '../shared/wall-clock.js';
import type { News } from './session-world.js';
import type { Session } from './session.js';

/** As written: when by the wall clock, which all tabs of a device share, how long was left, and what had just happened. */
interface Entry {
  at: number;
  left: number;
  news?: News | null | undefined;
}

/** The tabs of one session. */
export interface Tabs {
  readonly share: (left: number, news?: News) => void;
  /** Of tabs that attempt the same at once one is first; the others wait a moment, in which it may have done it for all. */
  inTurn<Result>(attempt: () => Promise<Result>): Promise<Result>;
  /** Reads what other tabs left in storage, once. */
  recall(): void;
  leave(): void;
}

/** Storage and channels are refused in a sandbox, where there are no other tabs either; or storage is full. */
function tried<Result>(attempt: () => Result): Result | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

/**
 * What tabs know of each other is the latest deadline; there is no register of tabs, so a frozen or dead one blocks
 * nothing. It goes out live, and stays behind in storage for tabs that were frozen or in the back/forward cache.
 *
 * @param name which session of this origin
 * @param now the session clock
 * @param hear called with what another tab says, and when it said so
 */
export function joinTabs(name: string, now: () => number, hear: Session['hear']): Tabs {
  const key = `sao-session:${name}`;
  const channel = tried(() => new BroadcastChannel(key));
  let known: string | null | undefined;
  let recalledAt = now();
  const read = (entry: string) => {
    const { at, left, news } = JSON.parse(entry) as Entry;
    const time = now();
    // Never longer ago than this tab can have slept through: were the clock set forward, news would come days old.
    hear(left, Math.max(recalledAt, Math.min(time, time + at - wallClock())), news);
  };
  // Not taken from storage, which another process may see only later.
  if (channel) channel.onmessage = ({ data }) => read(data as string);
  return {
    share(left, news) {
      const entry = (known = JSON.stringify({ at: wallClock(), left, news } satisfies Entry));
      channel?.postMessage(entry);
      tried(() => localStorage.setItem(key, entry));
    },
    recall() {
      tried(() => {
        const latest = localStorage.getItem(key);
        // Read once: were the clock set back, an old entry would become young again.
        if (latest && latest !== known) read((known = latest));
      });
      recalledAt = now();
    },
    async inTurn(attempt) {
      const go = async (turn?: Lock | null) => {
        if (turn === null) await new Promise((resolve) => setTimeout(resolve, 1_000));
        return attempt();
      };
      try {
        // Nobody queues: a frozen tab keeps its turn.
        return await navigator.locks.request(key, { ifAvailable: true }, go);
      } catch {
        return go();
      }
    },
    leave: () => channel?.close(),
  };
}
