import type { Happening, Phase, Terms, World } from './session-world.js';

/** The status is asked so early, to be known in time. */
const patience = 10_000;
/** Between two attempts: never more than twelve a minute. Use is told to the other tabs no more often, either. */
const shortestPause = 5_000;
const longestPause = 20_000;

/** A session is alive, then ending while the host may save, then ended; or the element left. */
const alive = 0;
const ending = 1;
const ended = 2;
const stopped = 3;

export interface Session {
  /** Decides what is due now. `freshness`: how old the server's last word may be where the reader is back. */
  look(freshness?: number): void;
  /** The reader did something. */
  use(): void;
  /** Extends by the reader's or the host's wish, and keeps trying. */
  extend(): void;
  /** Ends the session here, and in the other tabs too where it is known to be over and not only believed to be. */
  end(known: boolean): Promise<void>;
  /** Takes in what another tab said, and when. */
  hear(left: number, saidAt: number): void;
  /** Takes in what the host changed. */
  change(terms: Terms): void;
  /** Lets go of everything. */
  stop(): void;
}

/**
 * One session as one tab sees it: when it ends, whether to warn, how it is extended. All that happens, happens in
 * `look()`, which the one timer and every event call; it decides from the clock alone, so it may come late or twice.
 *
 * @param began when the reader was last known to be here
 */
export function createSession(world: World, terms: Terms, began: number): Session {
  const { now, wake, share } = world;
  let stage = alive;
  let open = false;
  let failures = 0;
  /** When the session ends, unless the final end comes first. */
  let deadline = terms.expiresAt ?? began + terms.timeout;
  /** When the session was last extended, as the server or the other tabs know it. */
  let extendedAt = now();
  let usedAt = -Infinity;
  let askedAt = -Infinity;
  let attemptedAt = -Infinity;
  /** The request on its way, and whether it only asks. */
  let request: { asks: boolean } | undefined;
  /** To be extended, and neither is it yet nor in vain. */
  let wanted = false;

  const end = () => Math.min(deadline, terms.final);
  const left = () => Math.max(0, end() - now());
  const secondsLeft = () => Math.ceil(left() / 1000);
  const isExtendable = () => !stage && (terms.local || !!terms.keepAliveUrl) && deadline < terms.final;

  /**
   * When to try to extend: at once by a wish, with back-off after a failure; for use that was not told yet, when a
   * minute or a tenth of the timeout has passed since the last time.
   */
  const attemptAt = () => {
    if (!isExtendable() || !(wanted || usedAt > extendedAt)) return Infinity;
    const pause = terms.local ? shortestPause : Math.max(60_000, terms.timeout / 10);
    const backOff = failures && Math.min(shortestPause * 1.5 ** (failures - 1), longestPause);
    return Math.max(extendedAt, attemptedAt) + (wanted ? backOff : pause);
  };

  const phase = (): Phase => {
    if (stage === ended) return 'expired';
    if (wanted) return world.online() ? 'extending' : 'offline';
    return open ? 'warning' : 'idle';
  };

  const tell = (happening?: Happening, detail?: object) =>
    world.tell(
      {
        ...terms,
        phase: phase(),
        open,
        secondsLeft: secondsLeft(),
        extendable: isExtendable(),
        failures,
        certain: !stage && !request?.asks,
      },
      happening,
      detail,
    );

  /** What was wanted came true. Where the timeout is shorter than the warning, the banner has to stay. */
  const fulfil = () => {
    wanted = false;
    failures = 0;
    open &&= left() <= terms.warning;
    tell('extended');
  };

  const halt = (next: number) => {
    stage = next;
    failures = 0;
    request = undefined;
    wake(Infinity);
  };

  const finish = async (known: boolean) => {
    if (stage) return;
    halt(ending);
    if (known) share(-1);
    await world.save();
    if (stage !== ending) return;
    stage = ended;
    open = true;
    tell('expired');
  };

  /** The server's seconds count from when it was asked, so that a slow answer never promises too much. */
  const send = async (asks: boolean) => {
    const sentAt = now();
    const mine = (request = { asks });
    if (!asks) attemptedAt = sentAt;
    const reply = await (asks ? world.request(terms.statusUrl) : world.request(terms.keepAliveUrl, terms.timeout));
    if (request !== mine) return;
    request = undefined;
    const isAnswer = typeof reply === 'number';
    if (asks || isAnswer) askedAt = now();
    if (isAnswer && reply <= 0) void finish(true);
    else if (isAnswer) {
      deadline = sentAt + reply;
      share(left());
      if (!asks) {
        extendedAt = sentAt;
        fulfil();
      }
    } else if (!asks) {
      failures++;
      wanted = reply !== 'refused' && reply !== 'format';
      // Use that was refused is not told again.
      if (!wanted) usedAt = -Infinity;
      tell('extend-failed', { reason: reply });
    }
    look();
  };

  const look = (freshness = Infinity) => {
    if (stage) return;
    const time = now();
    const untilEnd = left();
    const untilWarning = untilEnd - terms.warning;
    const untilAsking = untilWarning - (terms.statusUrl ? patience : 0);
    // Whoever is back does not wait long for the next attempt.
    if (freshness < Infinity) failures &&= 1;
    if (!request) {
      const isStale = untilEnd ? untilAsking <= 0 && askedAt < time + untilAsking - shortestPause : askedAt < end();
      if (untilEnd && attemptAt() <= time) {
        if (!terms.local) void send(false);
        else {
          extendedAt = usedAt;
          share(untilEnd);
          if (wanted) fulfil();
        }
      } else if (terms.statusUrl && (isStale || time - askedAt > freshness)) void send(true);
      else if (!untilEnd) {
        void finish(false);
        return;
      }
    }
    if (untilWarning > 0) {
      if (open) fulfil();
    } else if (!open && !request?.asks) {
      open = true;
      tell('warning', { secondsLeft: secondsLeft() });
    }
    const untilNext = Math.min(untilAsking > 0 ? untilAsking : untilWarning, request ? Infinity : attemptAt() - time);
    wake(open ? untilEnd % 1000 || 1000 : request?.asks ? Infinity : untilNext);
    tell();
  };

  const use = (isWish: boolean) => {
    if (!isExtendable()) return;
    const isNews = isWish || open || usedAt <= extendedAt;
    usedAt = now();
    if (terms.local) deadline = usedAt + terms.timeout;
    if (isWish) {
      wanted = true;
      // The answer to the one call that extends makes the question idle.
      if (request?.asks) request = undefined;
    }
    if (isNews) look();
  };

  share(left());
  return {
    look,
    use: () => use(false),
    extend: () => use(true),
    end: finish,
    hear(timeLeft, saidAt) {
      if (timeLeft < 0) void finish(false);
      // What was said before the server last spoke is no news.
      else if (saidAt >= askedAt && saidAt + timeLeft > deadline) {
        deadline = saidAt + timeLeft;
        // A tab that only asked hears of a little more time, too.
        extendedAt = Math.min(saidAt, deadline - terms.timeout);
        if (wanted && left() > terms.warning) fulfil();
      }
      look();
    },
    change(next) {
      deadline =
        next.expiresAt === terms.expiresAt ? deadline + next.timeout - terms.timeout : (next.expiresAt ?? deadline);
      terms = next;
      if (stage) tell();
      else {
        share(left());
        look();
      }
    },
    stop: () => halt(stopped),
  };
}
