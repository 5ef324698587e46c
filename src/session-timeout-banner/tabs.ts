import type { News } from './session.js';

/** As written: when by the wall clock, which all tabs of a device share, and how long was left; null: it has ended. */
interface Entry {
  at: number;
  left: number | null;
}

/** The tabs of one session. */
export interface Tabs {
  share(left: number | null): void;
  /** What other tabs left in storage, once. */
  recall(): News | undefined;
  leave(): void;
}

/**
 * What tabs know of each other is the latest deadline; there is no register of tabs, so a frozen or dead one blocks
 * nothing. It goes out live, and stays behind in storage for tabs that were frozen or in the back/forward cache.
 *
 * @param name which session of this origin
 * @param missedAtMost for how many milliseconds at most this tab can have slept: since it last looked
 * @param onNews called with what another tab says
 */
export function joinTabs(name: string, missedAtMost: () => number, onNews: (news: News) => void): Tabs {
  const key = `sao-session:${name}`;
  let channel: BroadcastChannel | undefined;
  let stored: string | null = null;
  const read = (entry: string): News => {
    const { at, left } = JSON.parse(entry) as Entry;
    // Never older than this tab can have slept through: were the clock set forward, news would come days old.
    return { left, age: Math.max(0, Math.min(Date.now() - at, missedAtMost())) };
  };
  try {
    channel = new BroadcastChannel(key);
    // Not taken from storage, which another process may see only later.
    channel.onmessage = ({ data }) => onNews(read(data as string));
  } catch {
    // Refused in a sandbox without an origin, where there are no other tabs either.
  }
  return {
    share(left) {
      stored = JSON.stringify({ at: Date.now(), left } satisfies Entry);
      channel?.postMessage(stored);
      try {
        localStorage.setItem(key, stored);
      } catch {
        // Blocked or full: the channel alone has to do.
      }
    },
    recall() {
      try {
        const latest = localStorage.getItem(key);
        // Read once: were the clock set back, an old entry would become young again.
        if (!latest || latest === stored) return undefined;
        stored = latest;
        return read(latest);
      } catch {
        return undefined;
      }
    },
    leave: () => channel?.close(),
  };
}
