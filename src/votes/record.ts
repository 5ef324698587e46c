import type { Protocol } from '../shared/configuration.js';
import type { OwnVote, RejectionReason, VoteState } from './vote.js';

/**
 * The version of the records written here, kept in each of them: the database's own version is never raised, because a
 * frozen tab with an open connection would block that for ever.
 */
export const recordVersion = 1;

/** Where a record lies: what kind it is, then what it is about. The kinds are key ranges of their own. */
export type Key = [kind: string, ...about: string[]];

/** A vote on one article at one endpoint, by one reader: at most one waits, and at most one is settled. */
export interface VoteRecord {
  version: number;
  id: string;
  article: string;
  endpoint: string;
  /** The host's own reader id, or '' for the reader of this browser: several readers may share a device. */
  reader: string;
  /** The reader's id on the wire. */
  voter: string;
  score: number;
  max: number;
  /** Milliseconds; only grows, whatever the clock does. */
  castAt: number;
  /** The last score that the endpoint confirmed. */
  confirmed: number | null;
}

/** A vote that its endpoint neither confirmed nor refused. */
export interface WaitingRecord extends VoteRecord {
  /** What the clock said at the cast: age is counted from here. */
  since: number;
  /** Not before this time. Only waiting records have it, so that the index of due ones holds no others. */
  due: number;
  /** How often it failed. */
  attempts: number;
  /** When it was first seen older than a clock can be believed. */
  doubted?: number | undefined;
  token?: string | undefined;
  protocol?: Protocol | undefined;
  credentials?: RequestCredentials | undefined;
  maxAge?: number | undefined;
  /** The ballot itself named the endpoint, so no page need configure it. */
  named: boolean;
  /** Only a page can send it: it needs a token, headers or a transport that are not stored. */
  pageOnly: boolean;
}

/** A vote that came to its end. */
export interface SettledRecord extends VoteRecord {
  state: Exclude<VoteState, 'pending'>;
  reason?: RejectionReason | undefined;
}

/** How an endpoint fares, and who sends to it. All tabs share it. */
export interface EndpointRecord {
  /** Failures in a row. */
  failures: number;
  /** Back-off: not before this time. */
  notBefore: number;
  /** `Retry-After`: not before this time, even if asked to. */
  floor: number;
  /** The sender that holds the lease. */
  by: string;
  /** The end of the lease. */
  until: number;
}

/** The reader of this browser. */
export interface VoterRecord {
  id: string;
  /** `castAt` of the last vote. */
  castAt: number;
}

/** The place of a vote among those of its kind. */
export const keyOf = (kind: string, { article, endpoint, reader }: VoteRecord): Key => [
  kind,
  article,
  endpoint,
  reader,
];

/** Whether this library can read the record; one of a newer version is not its business. */
export function isVote(value: unknown): value is VoteRecord {
  const { version, id, article, score } = (value ?? {}) as Partial<VoteRecord>;
  return version === recordVersion && !!id && !!article && Number(score) > 0;
}

/** The same for one that waits, as far as its delivery needs. */
export const isWaiting = (value: unknown): value is WaitingRecord =>
  isVote(value) && Number.isFinite((value as WaitingRecord).attempts + (value as WaitingRecord).since);

/** The vote as the page sees it. */
export function toOwnVote(record: WaitingRecord | SettledRecord, durable: boolean): OwnVote {
  const { id, article, endpoint, score, max, confirmed } = record;
  const { state = 'pending', reason } = record as Partial<SettledRecord>;
  return { id, article, endpoint, score, max, state, durable, confirmed, reason };
}
