import { define } from './shared/define.js';
import type { SessionExpiringEvent } from './session-timeout-banner/events.js';
import type { Failure as ExtendFailure } from './session-timeout-banner/session-world.js';
import { SaoSessionTimeoutBanner } from './session-timeout-banner/session-timeout-banner.js';

export { SaoSessionTimeoutBanner };
export type { ExtendFailure, SessionExpiringEvent };

define('sao-session-timeout-banner', SaoSessionTimeoutBanner);

declare global {
  interface HTMLElementTagNameMap {
    'sao-session-timeout-banner': SaoSessionTimeoutBanner;
  }

  interface GlobalEventHandlersEventMap {
    'sao-session-warning': CustomEvent<{ secondsLeft: number }>;
    'sao-session-extended': CustomEvent<undefined>;
    'sao-session-extend-failed': CustomEvent<{ reason: ExtendFailure }>;
    'sao-session-expiring': SessionExpiringEvent;
    'sao-session-expired': CustomEvent<undefined>;
  }
}
