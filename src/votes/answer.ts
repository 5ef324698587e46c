import type { RejectionReason, Tally } from './vote.js';

/** What an attempt to deliver a vote came to. Without a state the vote waits and is tried again. */
export interface Outcome {
  state?: 'sent' | 'rejected';
  reason?: RejectionReason;
  tally?: Tally;
  /** The score that the endpoint holds for this voter. */
  held?: number | undefined;
  /** Milliseconds for which the endpoint wants to hear nothing. */
  retryAfter?: number;
  /** There was no answer. */
  unreachable?: boolean;
}

const day = 864e5;

/** `Retry-After` in milliseconds, from seconds or a date, at most a day. */
export const readRetryAfter = (value: string | null, now: number): number =>
  Math.min(day, Math.max(0, Number(value) * 1000 || Date.parse(value ?? '') - now || 0));

/** Redirections, and errors that pass. */
const waiting = /^(3|408|42[159]|5(?!0[15]))/;

/** What the status says. */
export const judgeStatus = (status: number): Outcome =>
  status < 300
    ? { state: 'sent' }
    : waiting.test(String(status))
      ? {}
      : { state: 'rejected', reason: status === 409 ? 'already-voted' : 'refused' };

/** What status and body say together. */
export function judge(status: number, text: string): Outcome {
  const outcome = judgeStatus(status);
  // Some browsers hand over an answer that was cut short; parsing it fails, and the vote waits.
  if (text.startsWith('{')) {
    const tally = JSON.parse(text) as Tally & { score?: number };
    if (Number.isFinite(tally.sum + tally.count)) return { ...outcome, tally, held: tally.score };
  }
  return outcome;
}
