import { wallClock } from '../shared/wall-clock.js';
import { isUse } from './activity.js';
import { letHostSave } from './events.js';
import { request } from './server.js';
import { createSessionClock, readPage } from './session-clock.js';
import type { World } from './session-world.js';
import { createSession, type Session } from './session.js';
import { joinTabs } from './tabs.js';
import { termsOf, type Settings } from './terms.js';
import { veil } from './veil.js';

/** A session on a real page. */
export interface WatchedSession extends Pick<Session, 'look' | 'extend' | 'end' | 'stop'> {
  /** Takes in what the host changed. */
  change(): void;
}

/** A longer delay overflows 31 bits and fires at once. @see https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value */
const longestTimer = 2 ** 31 - 1;
/** The server is asked when the page is seen again, or has the focus or the network again, unless it was so short ago. */
const freshness = 5_000;

/**
 * Gives a session its page: the clocks, the one timer, the server, the other tabs, and the page's comings and goings.
 *
 * @param arrivedAt when the banner came, by `performance.now()`
 */
export function watchSession(banner: Settings & Element, arrivedAt: number, tell: World['tell']): WatchedSession {
  const now = createSessionClock(readPage);
  /** Taken once: dates stay where they are, whatever the wall clock is set to afterwards. */
  const epoch = wallClock() - now();
  const listening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Left, and not yet back from the back/forward cache. */
  let isAway = false;

  const tabs = joinTabs(banner.session ?? '', now, (...news) => session.hear(...news));
  const look = (fresh?: number) => {
    tabs.recall();
    if (fresh === 0) isAway = false;
    session.look(fresh);
  };
  const session = createSession(
    {
      now,
      request: (url, unsaid, isWanted) =>
        isWanted ? tabs.inTurn(async () => (isWanted() ? request(url, unsaid) : 'network')) : request(url),
      share: tabs.share,
      online: () => navigator.onLine,
      save: () => letHostSave(banner),
      wake(delay) {
        clearTimeout(timer);
        // Rounded up: a timer that fires a moment early would only be set again.
        if (delay < Infinity) timer = setTimeout(look, Math.min(Math.ceil(delay), longestTimer));
      },
      tell(view, ...news) {
        // What a signed-out reader may not see stays hidden, also while the server has still to say which it is. A page
        // becomes hidden after it was left, and visible before it is back.
        if (view.certain && !isAway) veil(false);
        tell(view, ...news);
      },
    },
    termsOf(banner, epoch),
    arrivedAt,
  );

  const on = (types: string, listener: (event: Event & { persisted?: boolean }) => void, capture = false) => {
    for (const type of types.split(' ')) addEventListener(type, listener, { signal: listening.signal, capture });
  };
  const onUse = (event: Event) => {
    if (banner.activity !== 'ignore' && isUse(event, banner)) session.use();
  };
  // Capturing: a host may stop what its own controls handle.
  on('keydown pointerdown click input', onUse, true);
  on('pagehide', ({ persisted }) => veil((isAway = !!persisted)));
  on('visibilitychange focus online offline pageshow', ({ persisted }) => {
    // A page shown for the first time has just come from the server.
    if (persisted !== false)
      look(persisted ? 0 : document.visibilityState === 'hidden' || isAway ? Infinity : freshness);
  });

  return {
    ...session,
    change() {
      tabs.recall();
      session.change(termsOf(banner, epoch));
    },
    stop() {
      listening.abort();
      session.stop();
      tabs.leave();
      veil(false);
    },
  };
}
