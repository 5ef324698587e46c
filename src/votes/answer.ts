import type { RejectionReason, Tally } from './vote.js';

/** What an attempt to deliver a vote came to. Without a state the vote waits and is tried again. */
export interface Outcome {
  state?: 'sent' | 'rejected';
  reason?: RejectionReason;
  tally?: Tally | undefined;
  /** The score that the endpoint holds for this voter. */
  held?: number | undefined;
  /** Milliseconds for which the endpoint wants to hear nothing. */
  retryAfter?: number;
  /** There was no answer. */
  unreachable?: boolean;
}

const day = 864e5;

/** `Retry-After` in milliseconds, from seconds or a date, at most a day. */
export function readRetryAfter(value: string | null, now: number): number {
  const milliseconds = Number(value) * 1000 || Date.parse(value ?? '') - now || 0;
  return Math.min(day, Math.max(0, milliseconds));
}

/** What the status says, for every protocol but NukeViet's. */
export function judgeStatus(status: number): Pick<Outcome, 'state' | 'reason'> {
  if (status >= 200 && status < 300) return { state: 'sent' };
  if (status === 409) return { state: 'rejected', reason: 'already-voted' };
  const final = status < 500 ? status >= 400 && ![408, 421, 425, 429].includes(status) : [501, 505].includes(status);
  return final ? { state: 'rejected', reason: 'refused' } : {};
}

/** Reads the whole answer: one that breaks off is none. */
export async function judge(response: Response): Promise<Outcome> {
  const text = await response.text();
  const retryAfter = readRetryAfter(response.headers.get('Retry-After'), Date.now());
  const outcome: Outcome = { ...judgeStatus(response.status), retryAfter };
  let body: Partial<Tally & { score: number }> | null | undefined;
  try {
    body = JSON.parse(text) as Partial<Tally>;
  } catch (error) {
    // Some browsers hand over an answer that was cut short.
    if (text.startsWith('{')) throw error;
  }
  if (body && Number.isFinite(body.sum) && Number.isFinite(body.count)) {
    outcome.tally = body as Tally;
    outcome.held = body.score;
  }
  return outcome;
}
