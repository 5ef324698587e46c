import type { RejectionReason, Tally } from './vote.js';

/** What an attempt to deliver a vote came to. Without a state the vote waits and is tried again. */
export interface Outcome {
  state?: 'sent' | 'rejected' | undefined;
  reason?: RejectionReason | undefined;
  tally?: Tally | undefined;
  /** Milliseconds for which the endpoint wants to hear nothing. */
  retryAfter?: number;
}

const day = 864e5;

/** `Retry-After` in milliseconds, from seconds or a date, at most a day. */
export const readRetryAfter = (value: string | null, now: number): number =>
  Math.min(day, Math.max(0, Number(value) * 1000 || Date.parse(value ?? '') - now || 0));

/** No answer that can be read, redirections, and errors that pass. */
const waiting = /^([013]|408|42[159]|5(?!0[15]))/;

/** What the status and the whole body say. */
export function judge(status: number, text: string): Outcome {
  // Some browsers hand over an answer that was cut short; parsing it fails, and the vote waits.
  const tally = /^\s*{/.test(text) ? (JSON.parse(text) as Tally) : undefined;
  const isRefused = status > 299;
  return {
    state: waiting.test(String(status)) ? undefined : isRefused ? 'rejected' : 'sent',
    reason: status === 409 ? 'already-voted' : isRefused ? 'refused' : undefined,
    tally: tally && Number.isFinite(tally.sum + tally.count) ? tally : undefined,
  };
}
