/** Why the server could not be heard, or would not extend. The last two are not tried again. */
export type Failure = 'network' | 'timeout' | 'unavailable' | 'refused' | 'format';

/** Milliseconds left, as the server said: 0 is ended. Or why there is no answer. */
export type Reply = number | Failure;

export type Phase = 'idle' | 'warning' | 'extending' | 'offline' | 'expired';

/** What another tab said, so many milliseconds ago: milliseconds left; null: it has ended. */
export interface News {
  left: number | null;
  age: number;
}

/** What the host says about its session, in milliseconds, with the addresses that may be used. */
export interface Terms {
  readonly timeout: number;
  readonly warning: number;
  /** The end that nothing moves, on the session clock. */
  readonly final: number;
  /** The read-only question, and the one call that extends. */
  readonly statusUrl: string | undefined;
  readonly keepAliveUrl: string | undefined;
  /** No server takes part: the timer is all there is. */
  readonly local: boolean;
}

/** Everything a session needs from outside. Times are milliseconds of the session clock. */
export interface World {
  terms: Terms;
  now: () => number;
  /** Replaces the one timer, which calls `look()`. */
  wake: (delay: number) => void;
  online: () => boolean;
  /** Asks how much is left, or for more. Is answered within ten seconds, if only with the reason why not. */
  request: (asks: boolean) => Promise<Reply>;
  share: (left: number | null) => void;
  /** Lets the host save before the end. */
  save: () => Promise<unknown>;
  /** There may be something new to see, and something happened, if it is named. */
  tell: (event?: 'warning' | 'extended' | 'extend-failed' | 'expired', detail?: object) => void;
}
