import type { OwnVote } from '../votes/vote.js';

/**
 * How far the reader's vote has come:
 * `sending` – on its way; `kept` – on this device until the endpoint can be reached; `unsaved` – only in this page's
 * memory, so that leaving would lose it; `counted`; else why it never will be.
 */
export type Delivery = 'sending' | 'kept' | 'unsaved' | 'counted' | 'refused' | 'already-voted' | 'expired';

/** Of the reader's vote, and of whether an attempt to send it is under way as far as we know. */
export function deliveryOf(vote: OwnVote, trying: boolean): Delivery {
  if (vote.state === 'sent') return 'counted';
  if (vote.state === 'rejected') return vote.reason ?? 'refused';
  // Said first, because it is the one thing that the reader can still do something about.
  if (!vote.durable) return 'unsaved';
  return trying ? 'sending' : 'kept';
}

/** The score that stands as the reader's: the last confirmed one where the latest was rejected. */
export function standingScore(vote: OwnVote): number | null {
  return vote.state === 'rejected' ? vote.confirmed : vote.score;
}
