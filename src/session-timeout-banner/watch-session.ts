import { isUse } from './activity.js';
import { request } from './server.js';
import { createSessionClock, readPage } from './session-clock.js';
import { Session, type World } from './session.js';
import { joinTabs } from './tabs.js';
import { dateOf, termsOf, type Settings } from './terms.js';
import { veil } from './veil.js';

/** A session on a real page. */
export interface WatchedSession {
  readonly session: Session;
  /** Takes in what the host changed, by the names of the properties. */
  change(changed: ReadonlyMap<PropertyKey, unknown>): void;
  stop(): void;
}

/** A longer delay overflows 31 bits and fires at once. @see https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value */
const longestTimer = 2 ** 31 - 1;
/** The server is asked when the page is seen again, or has the focus or the network again, unless it was so short ago. */
const seenFreshness = 5_000;
const focusedFreshness = 60_000;

/**
 * Gives a session its page: the clocks, the one timer, the server, the other tabs, and the page's comings and goings.
 *
 * @param spent milliseconds that passed before it could be watched
 */
export function watchSession(
  banner: Settings & Element,
  spent: number,
  { save, tell, show }: Pick<World, 'save' | 'tell' | 'show'>,
): WatchedSession {
  const now = createSessionClock(readPage);
  const listening = new AbortController();
  let lookedAt = now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (freshness?: number) => {
    session.look(freshness);
    lookedAt = now();
  };
  const missedAtMost = () => now() - lookedAt;
  const join = () =>
    joinTabs(banner.session, missedAtMost, (news) => {
      session.hear(news);
      look();
    });
  let tabs = join();

  /** From a date to the session clock, once: whatever the wall clock is set to afterwards, it stays where it is. */
  const timeOf = (property: 'expiresAt' | 'maxSession') => {
    const date = dateOf(banner, property);
    return date && now() + date - Date.now();
  };
  const end = () => timeOf('expiresAt') ?? now() - spent + world.terms.timeout;

  const world: World = {
    terms: termsOf(banner),
    final: timeOf('maxSession') ?? Infinity,
    now,
    save,
    tell,
    request,
    online: () => navigator.onLine,
    share: (left) => tabs.share(left),
    recall: () => tabs.recall(),
    wake(delay) {
      clearTimeout(timer);
      // Rounded up: a timer that fires a moment early would only be set again.
      if (delay < Infinity) timer = setTimeout(look, Math.min(Math.ceil(delay), longestTimer));
    },
    show() {
      // What a signed-out reader may not see stays hidden, also while the server has still to say which it is; and a page
      // that is leaving hears of being hidden after `pagehide`.
      if (!document.hidden && !session.asking && session.phase !== 'expired') veil(false);
      show();
    },
  };
  const session = new Session(world, end());

  const { signal } = listening;
  const on = (types: string, listener: (event: Event & { persisted?: boolean }) => void, capture = false) => {
    for (const type of types.split(' ')) addEventListener(type, listener, { signal, capture });
  };
  const onUse = (event: Event) => {
    if (banner.activity !== 'ignore' && isUse(event, banner)) session.use();
  };
  // Capturing: a host may stop what its own controls handle.
  on('keydown pointerdown click input', onUse, true);
  on('visibilitychange', () => look(document.hidden ? Infinity : seenFreshness));
  on('focus online offline', ({ type }) => {
    if (type === 'online') session.failures &&= 1;
    look(focusedFreshness);
  });
  on('pagehide', ({ persisted }) => veil(!!persisted));
  on('pageshow', ({ persisted }) => {
    if (persisted) look(0);
  });

  return {
    session,
    change(changed) {
      const { timeout } = world.terms;
      world.terms = termsOf(banner);
      if (changed.has('session')) {
        tabs.leave();
        tabs = join();
      }
      if (changed.has('maxSession')) world.final = timeOf('maxSession') ?? Infinity;
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
