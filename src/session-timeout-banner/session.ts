import type { Happening, News, Phase, Terms, World } from './session-world.js';

/** An answer is waited for so long, and the status asked so early, to be known in time. */
const patience = 10_000;
/** For what costs next to nothing: the other tabs hear of use so often, and the server is asked once more before the end. */
const moment = 1_000;
/** Use is told no later than so long before the end, as whoever is warned after an attempt in vain needs that. */
const leastWarning = 20_000 + patience;
/** Between two attempts: never more than twelve a minute. */
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
  /** Takes in what another tab said, when, and what had just happened there. */
  hear(left: number, saidAt: number, news?: News | null): void;
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
  /** Another tab will have told of use by then. */
  let sparedUntil = 0;
  let askedAt = -Infinity;
  let attemptedAt = -Infinity;
  /** The request on its way, and whether it only asks. */
  let request: { asks: boolean } | undefined;
  /** To be extended, and neither is it yet nor in vain: by a wish, or for use that the server did not take. */
  let wanted: false | 'aloud' | 'quietly' = false;

  const end = () => Math.min(deadline, terms.final);
  const left = () => Math.max(0, end() - now());
  const secondsLeft = () => Math.ceil(left() / 1000);
  const isExtendable = () => !stage && (terms.local || !!terms.keepAliveUrl) && deadline < terms.final;

  /** When to tell of use: a minute or a tenth of the timeout after the last time, but in time before the end. */
  const tellAt = (used: number) => {
    if (!isExtendable() || used <= extendedAt) return Infinity;
    const last = Math.max(extendedAt, attemptedAt);
    const granted = end() - last;
    const interval = terms.local ? moment : Math.max(60_000, terms.timeout / 10);
    return last + Math.min(interval, granted - Math.min(granted / 2, leastWarning));
  };

  /** When to try to extend: at once by a wish, with back-off after a failure; else when use is to be told. */
  const attemptAt = () =>
    wanted && isExtendable()
      ? Math.max(extendedAt, attemptedAt) + (failures && Math.min(shortestPause * 1.5 ** (failures - 1), longestPause))
      : tellAt(usedAt);

  /** Whether the server is to be asked: ahead of the warning, ahead of the end, and once more right before it. */
  const isAsking = () => {
    const lead = [moment, patience, terms.warning + patience].find((most) => left() <= most) ?? Infinity;
    return askedAt < end() - lead - Math.min(lead / 2, shortestPause);
  };

  /** A wish that fails is told, however much time is left. */
  const isOpen = () => open || (wanted === 'aloud' && failures > 0);

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
        open: isOpen(),
        secondsLeft: secondsLeft(),
        extendable: isExtendable(),
        failures,
        certain: !stage && !request,
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
    if (asks) askedAt = sentAt;
    else attemptedAt = sentAt;
    const reply = await (asks
      ? world.request(terms.statusUrl)
      : world.request(terms.keepAliveUrl, terms.timeout, () => request === mine));
    if (request !== mine) return;
    request = undefined;
    const isAnswer = typeof reply === 'number';
    // No later than it was given up, were this page to sleep over it.
    if (asks || isAnswer) askedAt = Math.min(now(), sentAt + patience);
    if (isAnswer && reply <= 0) void finish(true);
    else if (isAnswer) {
      deadline = sentAt + reply;
      share(left(), asks ? undefined : 'extended');
      if (!asks) {
        extendedAt = sentAt;
        fulfil();
      }
    } else if (!asks) {
      failures++;
      wanted = reply !== 'refused' && reply !== 'format' && (wanted || 'quietly');
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
    // What the server said, or will, of the time before the reader was away says nothing of now.
    if (!freshness) {
      request = undefined;
      askedAt = -Infinity;
    }
    // Nor does the end, unless it was slept into, wait for one that was asked for in time.
    if (!request || (request.asks && askedAt < end() && !untilEnd && time - end() < moment)) {
      if (untilEnd && attemptAt() <= time) {
        if (!terms.local) void send(false);
        else {
          extendedAt = usedAt;
          share(untilEnd, wanted ? 'extended' : undefined);
          if (wanted) fulfil();
        }
      } else if (!request && terms.statusUrl && (isAsking() || time - askedAt > freshness)) void send(true);
      else if (!untilEnd) {
        void finish(false);
        return;
      }
    }
    /** The answer may spare the warning, and so may use that is still to be told, by this tab or another. */
    const isAwaiting = request ? request.asks || !wanted : !wanted && (tellAt(usedAt) < Infinity || time < sparedUntil);
    if (untilWarning > 0) {
      if (open) fulfil();
    } else if (!open && !isAwaiting) {
      open = true;
      tell('warning', { secondsLeft: secondsLeft() });
    }
    const untilNext = [untilAsking, untilWarning, sparedUntil - time].find((delay) => delay > 0) ?? Infinity;
    const untilAttempt = attemptAt() - time;
    if (isOpen()) wake(untilEnd % 1000 || 1000);
    else if (request) wake(isAwaiting ? Infinity : untilNext);
    else wake(Math.min(untilNext, untilAttempt));
    tell();
  };

  const use = (isWish: boolean) => {
    if (!isExtendable()) return;
    const isFirst = usedAt <= extendedAt;
    const isNews = isWish || open || isFirst;
    usedAt = now();
    if (terms.local) deadline = usedAt + terms.timeout;
    if (isWish) {
      wanted = 'aloud';
      // The answer to the one call that extends makes the question idle.
      if (request?.asks) request = undefined;
    }
    if (isFirst && !isWish && !terms.local) share(left(), 'used');
    if (isNews) look();
  };

  share(left());
  return {
    look,
    use: () => use(false),
    extend: () => use(true),
    end: finish,
    hear(timeLeft, saidAt, news) {
      const gain = saidAt + timeLeft - deadline;
      if (timeLeft < 0) void finish(false);
      // What was said before the server was last asked is no news.
      else if (saidAt >= askedAt && gain > 0) {
        deadline += gain;
        // A tab that only asked hears of a little more time, too.
        extendedAt = Math.min(saidAt, deadline - terms.timeout);
        // One that extended in the same moment does not say so twice.
        if (news === 'extended' && gain > shortestPause) {
          if (!request?.asks) request = undefined;
          fulfil();
        }
      }
      if (news === 'used' && tellAt(saidAt) < Infinity) sparedUntil = tellAt(saidAt) + patience;
      look();
    },
    change(next) {
      if (next.expiresAt === terms.expiresAt) deadline += next.timeout - terms.timeout;
      else {
        deadline = next.expiresAt ?? deadline;
        // Whoever printed the end knew of the use until then.
        usedAt = -Infinity;
      }
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
