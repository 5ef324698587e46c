import { timeOf } from '../shared/wall-clock.js';
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
  Math.min(day, Math.max(0, Number(value) * 1000 || timeOf(value) - now || 0));

/** No answer that can be read, redirections, and errors that pass. */
const waiting = /^([013]|408|42[159]|5(?!0[15]))/;

/** The tally in a body; an error where some browser handed over an answer that was cut short. */
function tallyIn(text: string): Tally | undefined {
  const tally = /^\s*{/.test(text) ? (JSON.parse(text) as Tally) : undefined;
  return tally && Number.isFinite(tally.sum + tally.count) ? tally : undefined;
}

/** What the status and the whole body say; an error where there is but half an answer, so that the vote waits. */
export function judge(status: number, text: string): Outcome {
  const isRefused = status > 299;
  let tally;
  try {
    tally = tallyIn(text);
  } catch (error) {
    // A refusal is one whatever is written below it.
    if (!isRefused) throw error;
  }
  return {
    state: waiting.test(String(status)) ? undefined : isRefused ? 'rejected' : 'sent',
    reason: status === 409 ? 'already-voted' : isRefused ? 'refused' : undefined,
    tally,
  };
}
