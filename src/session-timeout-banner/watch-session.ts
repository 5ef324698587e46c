import { isUse } from './activity.js';
import { request } from './server.js';
import { createSessionClock, readPage } from './session-clock.js';
import type { World } from './session-world.js';
import { Session } from './session.js';
import { joinTabs } from './tabs.js';
import { termsOf, type Settings, type UsableTerms } from './terms.js';
import { veil } from './veil.js';

/** A session on a real page. */
export interface WatchedSession {
  readonly session: Session;
  readonly terms: UsableTerms;
  /** Takes in what the host changed, by the names of the properties. */
  change(changed: ReadonlyMap<PropertyKey, unknown>): void;
  stop(): void;
}

/** A longer delay overflows 31 bits and fires at once. @see https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value */
const longestTimer = 2 ** 31 - 1;
/** The server is asked when the page is seen again, or has the focus or the network again, unless it was so short ago. */
const freshness = 5_000;

/**
 * Gives a session its page: the clocks, the one timer, the server, the other tabs, and the page's comings and goings.
 *
 * @param spent milliseconds that passed before it could be watched
 */
export function watchSession(
  banner: Settings & EventTarget,
  spent: number,
  { save, tell }: Pick<World, 'save' | 'tell'>,
): WatchedSession {
  const now = createSessionClock(readPage);
  /** Taken once: dates stay where they are, whatever the wall clock is set to afterwards. */
  const epoch = Date.now() - now();
  const listening = new AbortController();
  let lookedAt = now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (fresh?: number) => {
    tabs.recall();
    session.look(fresh);
    lookedAt = now();
  };
  const missedAtMost = () => now() - lookedAt;
  const join = () => joinTabs(banner.session, missedAtMost, (news) => session.hear(news));
  let tabs = join();

  const world: World & { terms: UsableTerms } = {
    terms: termsOf(banner, epoch),
    now,
    save,
    request(asks) {
      const { statusUrl, keepAliveUrl, timeout } = world.terms;
      return asks ? request('GET', statusUrl) : request('POST', keepAliveUrl, timeout / 1000);
    },
    online: () => navigator.onLine,
    share: (left) => tabs.share(left),
    wake(delay) {
      clearTimeout(timer);
      // Rounded up: a timer that fires a moment early would only be set again.
      if (delay < Infinity) timer = setTimeout(look, Math.min(Math.ceil(delay), longestTimer));
    },
    tell(...news) {
      // What a signed-out reader may not see stays hidden, also while the server has still to say which it is; and a
      // page that is leaving hears of being hidden after `pagehide`.
      if (!document.hidden && !session.asking && session.phase !== 'expired') veil(false);
      tell(...news);
    },
  };
  const end = () => world.terms.expiresAt ?? now() - spent + world.terms.timeout;
  const session = new Session(world, end());

  const on = (types: string, listener: (event: Event & { persisted?: boolean }) => void, capture = false) => {
    for (const type of types.split(' ')) addEventListener(type, listener, { signal: listening.signal, capture });
  };
  const onUse = (event: Event) => {
    if (banner.activity !== 'ignore' && isUse(event, banner)) session.use();
  };
  // Capturing: a host may stop what its own controls handle.
  on('keydown pointerdown click input', onUse, true);
  on('pagehide', ({ persisted }) => veil(!!persisted));
  on('visibilitychange focus online offline pageshow', ({ persisted }) => {
    // A page shown for the first time has just come from the server.
    if (persisted === false) return;
    session.failures &&= 1;
    look(document.hidden ? Infinity : persisted ? 0 : freshness);
  });

  return {
    session,
    get terms() {
      return world.terms;
    },
    change(changed) {
      const { timeout } = world.terms;
      world.terms = termsOf(banner, epoch);
      if (changed.has('session')) {
        tabs.leave();
        tabs = join();
      }
      session.deadline += changed.has('expiresAt') ? end() - session.deadline : world.terms.timeout - timeout;
      look();
    },
    stop() {
      listening.abort();
      session.stop();
      tabs.leave();
      veil(false);
    },
  };
}
