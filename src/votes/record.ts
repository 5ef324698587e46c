import type { Protocol } from '../shared/configuration.js';
import type { OwnVote } from './vote.js';

/** What is tried again, later each time. */
export interface Postponed {
  /** How often it failed. */
  attempts?: number | undefined;
  /** Not before this time. */
  due?: number | undefined;
}

/** What the outbox knows of a vote before it lies anywhere. */
export interface Draft extends Omit<OwnVote, 'durable' | 'confirmed'>, Postponed {
  /**
   * 1, kept in each record: the database's own version is never raised, because a frozen tab with an open connection
   * would block that for ever.
   */
  version: number;
  /** The host's own reader id, or '' for the reader of this browser: several readers may share a device. */
  reader: string;
  token?: string | undefined;
  /** What the clock said at the cast, from which age is counted; then at the end. */
  since: number;
  /** How it was to be sent, for whoever sends it where no page says so. */
  protocol?: Protocol | undefined;
  credentials?: RequestCredentials | undefined;
  maxAge?: number | undefined;
  /** It needs headers or a transport, which are not stored. */
  pageOnly?: boolean;
  /** Names the page that it was cast on. */
  page?: string;
  /**
   * The ballot itself named the endpoint, so no page need configure it. Where an element did that has one of its own, only
   * the page on which it was, as named here, sends without one: the element may be gone by then.
   */
  named?: boolean | string;
}

/** The reader's latest vote on one article at one endpoint: a register, not a log. */
export interface VoteRecord extends Draft, OwnVote {
  /** Under which id the reader votes. */
  voter: string;
  /** ISO 8601; it only grows, whatever the clock does. */
  castAt: string;
}

/** How an endpoint fares. */
export interface Health extends Postponed {
  /** Which tab sends to it, … */
  by?: string;
  /** … and until when no other does. */
  until?: number | false;
  /** `Retry-After`: not before this time, even if asked to. */
  floor?: number;
}

/** What all tabs of the origin share, besides the votes. */
export interface Desk {
  /** The id of this browser's reader. */
  voter?: string;
  /** When the last vote was cast. */
  last: number;
  endpoints: Record<string, Health>;
}

/** Votes that wait lie apart from those that came to their end, of which there may be many. */
export type Place = 'pending' | 'ended';

/** Whose vote on what. */
export type Whose = Pick<VoteRecord, 'endpoint' | 'article' | 'reader'>;

/** Where a vote lies. */
export const keyOf = (place: Place, { endpoint, article, reader }: Whose): string[] => [
  place,
  endpoint,
  article,
  reader,
];

/** Whether there is a vote that this library can read. */
export const isVote = (value: unknown): value is VoteRecord => {
  const vote = value as VoteRecord | null | undefined;
  return vote?.version === 1 && vote.score > 0;
};
