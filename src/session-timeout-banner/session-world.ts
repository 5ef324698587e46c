/** Why the server could not be heard, or would not extend. The last two are not tried again. */
export type Failure = 'network' | 'timeout' | 'unavailable' | 'refused' | 'format';

/** Milliseconds left, as the server said: 0 is ended. Or why there is no answer. */
export type Reply = number | Failure;

export type Phase = 'idle' | 'warning' | 'extending' | 'offline' | 'expired';

/** What the host says about its session, in milliseconds, with the addresses that may be used. */
export interface Terms {
  readonly timeout: number;
  readonly warning: number;
  /** The end that the server printed, and the one that nothing moves, on the session clock. */
  readonly expiresAt: number | undefined;
  readonly final: number;
  /** The read-only question, and the one call that extends. */
  readonly statusUrl: string | undefined;
  readonly keepAliveUrl: string | undefined;
  readonly signOutUrl: string | undefined;
  readonly signInUrl: string | undefined;
  readonly expiredUrl: string | undefined;
  /** No server takes part: the timer is all there is. */
  readonly local: boolean;
}

/** What there is to see of a session. */
export interface View extends Terms {
  readonly phase: Phase;
  /** The banner is to be seen. */
  readonly open: boolean;
  readonly secondsLeft: number;
  /** Extending can achieve something: there is a way to do it, and the end is not the final one. */
  readonly extendable: boolean;
  /** How many attempts to extend have failed in a row. */
  readonly failures: number;
  /** It lives, and no answer is awaited that could say otherwise. */
  readonly certain: boolean;
}

export type Happening = 'warning' | 'extended' | 'extend-failed' | 'expired';

/** What another tab hears of besides the time left: the session was extended, or the reader is here. */
export type News = 'extended' | 'used';

/** Everything a session needs from outside. Times are milliseconds of the session clock. */
export interface World {
  now: () => number;
  /** Replaces the one timer, which calls `look()`. */
  wake: (delay: number) => void;
  online: () => boolean;
  /**
   * Asks how much is left; or for more, which an answer without a number grants for `unsaid` milliseconds. Is answered
   * within ten seconds, if only with the reason why not; unless it is not wanted any more.
   */
  request: (url: string | undefined, unsaid?: number, isWanted?: () => boolean) => Promise<Reply>;
  /** Tells the other tabs how much is left (less than nothing: it is over), and what just happened. */
  share: (left: number, news?: News) => void;
  /** Lets the host save before the end. */
  save: () => Promise<unknown>;
  /** There may be something new to see, and something happened, if it is named. */
  tell: (view: View, event?: Happening, detail?: object) => void;
}
