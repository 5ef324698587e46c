import type { Protocol } from '../shared/configuration.js';

/** What a reader casts. */
export interface Ballot {
  /** The article's id, 1 to 500 characters. */
  article: string;
  /** A whole number from 1 to `max`. */
  score: number;
  /** The number of stars. */
  max: number;
  /** URL of the endpoint; default: the page's. */
  endpoint?: string | undefined;
  /** The server's signed permission, which travels with the vote. */
  token?: string | undefined;
}

/** A vote waits (`pending`) until its endpoint confirmed it (`sent`) or never will (`rejected`). */
export type VoteState = 'pending' | 'sent' | 'rejected';

/** Why a vote never counts: the endpoint refused it, had one already, or it waited longer than `maxAge`. */
export type RejectionReason = 'refused' | 'already-voted' | 'expired';

/** A vote as `own` and `pending` tell it. */
export interface KnownVote {
  /** The idempotency key: new with every cast. */
  id: string;
  article: string;
  score: number;
  max: number;
  state: VoteState;
}

/** A vote as `cast` returns it. */
export interface Vote extends KnownVote {
  /** Whether it is in IndexedDB; false where nothing can be, or may be, stored. */
  durable: boolean;
}

/** The reader's own vote on an article. */
export interface OwnVote extends Vote {
  endpoint: string;
  /** The last score that the endpoint confirmed, to fall back to after a refusal. */
  confirmed: number | null;
  /** Why it was rejected. */
  reason?: RejectionReason | undefined;
  /** The tally in the answer that ended it. */
  tally?: Tally | undefined;
}

/** What all readers together gave an article, as its endpoint told. */
export interface Tally {
  article: string;
  /** The sum of all scores. */
  sum: number;
  /** The number of votes. */
  count: number;
  /** Votes per star, from one star up. */
  histogram?: number[] | undefined;
  /** What the endpoint holds for this reader, where it answers a vote. */
  score?: number | undefined;
}

/** The detail of the outbox's `change` event. */
export interface VoteChange {
  article: string;
  endpoint: string;
  /** The reader's vote now; null after `forget()`. */
  vote: OwnVote | null;
  /** The tally in the endpoint's answer, where this change is one. */
  tally?: Tally | undefined;
}

/** How votes on an article travel from this page: what an element for it knows. */
export interface Route {
  article: string;
  /** Absolute URL. */
  endpoint: string;
  protocol?: Protocol | undefined;
  token?: string | undefined;
}
