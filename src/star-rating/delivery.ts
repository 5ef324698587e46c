import type { OwnVote } from '../votes/vote.js';

/**
 * How far the reader's vote has come:
 * `sending` – on its way; `kept` – on this device until the endpoint can be reached; `unsaved` – only in this page's
 * memory, so that leaving would lose it; `counted`; else why it never will be.
 */
export type Delivery = 'sending' | 'kept' | 'unsaved' | 'counted' | 'refused' | 'already-voted' | 'expired';

/** What a rating shows of the reader's own vote. */
export type Own = Pick<OwnVote, 'id' | 'score' | 'state' | 'durable' | 'confirmed' | 'reason'>;

/** Of the reader's vote, and of whether an attempt to send it is under way as far as we know. */
export function deliveryOf({ state, reason = 'refused', durable }: Own, isTrying: boolean): Delivery {
  if (state !== 'pending') return state === 'sent' ? 'counted' : reason;
  // Said first, because it is the one thing that the reader can still do something about.
  if (!durable) return 'unsaved';
  return isTrying ? 'sending' : 'kept';
}

/** The score that the reader is told about: what the endpoint holds, where it told; else what was cast. */
export const toldScore = ({ state, score, confirmed }: Own): number => (state === 'sent' ? confirmed : null) ?? score;

/** The score that stands as the reader's: the one that waits, else what the endpoint holds. */
export function standingScore(vote: Own | null | undefined): number | null {
  return (vote?.state === 'pending' ? vote.score : vote?.confirmed) ?? null;
}
