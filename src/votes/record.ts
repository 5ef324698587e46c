import type { Protocol } from '../shared/configuration.js';
import type { OwnVote, RejectionReason, VoteState } from './vote.js';

/**
 * The version of the records written here, kept in each of them: the database's own version is never raised, because a
 * frozen tab with an open connection would block that for ever.
 */
export const recordVersion = 1;

/** The reader's latest vote on one article at one endpoint: a register, not a log. */
export interface VoteRecord {
  version: number;
  endpoint: string;
  /** The host's own reader id, or '' for the reader of this browser: several readers may share a device. */
  reader: string;
  /** What is sent; its `castAt` only grows, whatever the clock does. */
  vote: {
    id: string;
    article: string;
    score: number;
    max: number;
    voter: string;
    castAt: string;
    token?: string | undefined;
  };
  /**
   * While it waits, milliseconds before which it is not sent; then the time of its end in words. Numbers sort before
   * words, so the index keeps the two apart.
   */
  due: number | string;
  /** What the clock said at the cast: age is counted from here. */
  since: number;
  /** How often it failed. */
  attempts: number;
  /** The last score that the endpoint confirmed. */
  confirmed: number | null;
  state?: Exclude<VoteState, 'pending'>;
  reason?: RejectionReason | undefined;
  /** How it was to be sent, for whoever sends it where no page says so. */
  how: {
    protocol: Protocol | undefined;
    credentials: RequestCredentials | undefined;
    maxAge: number | undefined;
    /** It needs headers or a transport, which are not stored. */
    pageOnly: boolean;
  };
  /** The ballot itself named the endpoint, so no page need configure it. */
  named: boolean;
}

/** How an endpoint fares. */
export interface Health {
  /** Failures in a row. */
  failures?: number;
  /** Back-off: not before this time. */
  notBefore?: number;
  /** `Retry-After`: not before this time, even if asked to. */
  floor?: number;
}

/** What all tabs of the origin share, besides the votes. */
export interface Desk {
  /** The id of this browser's reader. */
  voter?: string;
  /** When the last vote was cast. */
  last: number;
  /** Who sends, … */
  by?: string;
  /** … and until when nobody else does. */
  until?: number;
  endpoints: Record<string, Health>;
}

export const deskKey = 'desk';

/** Where a vote lies. */
export type Key = string | string[];
export const keyOf = ({ endpoint, reader, vote: { article } }: VoteRecord): string[] => [endpoint, article, reader];

/** Whether there is a vote that this library can read. */
export const isVote = (value: Partial<VoteRecord> | undefined): value is VoteRecord =>
  value?.version === recordVersion && Number(value.vote?.score) > 0 && Number(value.attempts) >= 0;

/** The vote as the page sees it. */
export const toOwnVote = ({ vote, endpoint, confirmed, state, reason }: VoteRecord, durable: boolean): OwnVote => ({
  ...vote,
  endpoint,
  confirmed,
  state: state ?? 'pending',
  reason,
  durable,
});
