import type { Protocol } from '../shared/configuration.js';
import type { OwnVote } from './vote.js';

/**
 * The version of the records written here, kept in each of them: the database's own version is never raised, because a
 * frozen tab with an open connection would block that for ever.
 */
export const recordVersion = 1;

/** The reader's latest vote on one article at one endpoint: a register, not a log. */
export interface VoteRecord extends OwnVote {
  version: number;
  /** The host's own reader id, or '' for the reader of this browser: several readers may share a device. */
  reader: string;
  /** Under which id the reader votes. */
  voter: string;
  /** ISO 8601; it only grows, whatever the clock does. */
  castAt: string;
  token?: string | undefined;
  /** What the clock said at the cast, from which age is counted; then at the end. */
  since: number;
  /** How often it failed. */
  attempts: number;
  /** Back-off: not before this time. */
  due: number;
  /** How it was to be sent, for whoever sends it where no page says so. */
  protocol: Protocol | undefined;
  credentials: RequestCredentials | undefined;
  maxAge: number | undefined;
  /** It needs headers or a transport, which are not stored. */
  pageOnly: boolean;
  /** The ballot itself named the endpoint, so no page need configure it. */
  named: boolean;
}

/** How an endpoint fares. */
export interface Health {
  /** Which tab sends to it, … */
  by?: string;
  /** … and until when no other does. */
  until?: number;
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
  endpoints: Record<string, Health>;
}

/** Votes that wait lie apart from those that came to their end, of which there may be many. */
export type Place = 'pending' | 'ended';

type Whose = Pick<VoteRecord, 'endpoint' | 'article' | 'reader'>;

/** Where a vote lies. */
export const keyOf = (place: Place, { endpoint, article, reader }: Whose): string[] => [
  place,
  endpoint,
  article,
  reader,
];

/** Whether there is a vote that this library can read. */
export const isVote = (value: unknown): value is VoteRecord => {
  const { version, score, attempts } = (value ?? {}) as Partial<VoteRecord>;
  return version === recordVersion && Number(score) > 0 && Number(attempts) >= 0;
};
