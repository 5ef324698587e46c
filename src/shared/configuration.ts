import { announcePageChange, page } from './page.js';
import { warnOnce } from './warn.js';
import type { Ballot } from '../votes/vote.js';

/** How votes are written on the wire. `json-simple` is the same body as `text/plain`, so without a CORS preflight. */
export type Protocol = 'json' | 'json-simple' | 'nukeviet';

/** A vote as a custom transport receives it. */
export interface OutgoingVote extends Ballot {
  /** The idempotency key. */
  id: string;
  /** The reader's id. */
  voter: string;
  /** ISO 8601, strictly increasing per voter. */
  castAt: string;
}

/** The page's defaults; an element's own attribute wins over them. */
export interface Configuration {
  /** URL of the vote endpoint. */
  endpoint?: string | undefined;
  /** @defaultValue 'json' */
  protocol?: Protocol | undefined;
  /** Whether cookies travel with votes and tallies. @defaultValue 'omit' */
  credentials?: RequestCredentials | undefined;
  /** The host's own id of the reader, 1 to 128 characters; without it a random one is made with the first vote. */
  voter?: string | undefined;
  /** `memory` stores nothing on the device; `persistent`, given later, moves what waits into IndexedDB. @defaultValue 'persistent' */
  storage?: 'persistent' | 'memory' | undefined;
  /** Days a vote may wait for its endpoint. @defaultValue 30 */
  maxAge?: number | undefined;
  /** Sent with every vote; a function is asked each time, and once more after a 401. */
  headers?: HeadersInit | (() => Promise<HeadersInit> | HeadersInit) | undefined;
  /** Replaces the protocol: delivers one vote and resolves with the endpoint's answer. */
  transport?: ((vote: OutgoingVote) => Promise<Response>) | undefined;
}

/** What each setting may be, its type before it. */
export const patterns: Record<string, RegExp> = {
  endpoint: /^string ./,
  protocol: /^string (json|json-simple|nukeviet)$/,
  credentials: /^string (omit|same-origin|include)$/,
  voter: /^string \P{Cc}{1,128}$/u,
  storage: /^string (persistent|memory)$/,
  maxAge: /^number (?!0$)\d/,
  headers: /^(object (?!null$)|function)/,
  transport: /^function/,
};

/**
 * Sets the page's defaults. Calling it again merges; `undefined` takes a setting back. A setting that cannot be used is
 * left as it was, with a message in the console.
 */
export function configure(changes: Configuration): void {
  for (const [name, value] of Object.entries<unknown>({ ...changes })) {
    const pattern = patterns[name];
    // An object need not know how to become a string.
    const given = Object(value) === value ? typeof value : String(value);
    if (pattern && (value === undefined || pattern.test(`${typeof value} ${given}`))) {
      Object.assign(page.configuration, { [name]: value });
    } else warnOnce(`configure(): ${name} cannot be ${given}. It stays as it was.`);
  }
  announcePageChange();
}
