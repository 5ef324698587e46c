import type { News } from './session-world.js';

/** As written: when by the wall clock, which all tabs of a device share, and how long was left; null: it has ended. */
type Entry = [at: number, left: number | null];

/** The tabs of one session. */
export interface Tabs {
  share(left: number | null): void;
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
 * @param missedAtMost for how many milliseconds at most this tab can have slept: since it last looked
 * @param onNews called with what another tab says
 */
export function joinTabs(name: string, missedAtMost: () => number, onNews: (news: News) => void): Tabs {
  const key = `sao-session:${name}`;
  const channel = tried(() => new BroadcastChannel(key));
  let known: string | null | undefined;
  const read = (entry: string) => {
    const [at, left] = JSON.parse(entry) as Entry;
    // Never older than this tab can have slept through: were the clock set forward, news would come days old.
    onNews({ left, age: Math.max(0, Math.min(Date.now() - at, missedAtMost())) });
  };
  // Not taken from storage, which another process may see only later.
  if (channel) channel.onmessage = ({ data }) => read(data as string);
  return {
    share(left) {
      const entry = (known = JSON.stringify([Date.now(), left] satisfies Entry));
      channel?.postMessage(entry);
      tried(() => localStorage.setItem(key, entry));
    },
    recall() {
      tried(() => {
        const latest = localStorage.getItem(key);
        // Read once: were the clock set back, an old entry would become young again.
        if (latest && latest !== known) read((known = latest));
      });
    },
    leave: () => channel?.close(),
  };
}
