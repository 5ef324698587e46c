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

/** What each setting looks like as JSON, which knows no functions: those are undefined there. */
const settings: Record<keyof Configuration, RegExp> = {
  endpoint: /^"./,
  protocol: /^"(json|json-simple|nukeviet)"$/,
  credentials: /^"(omit|same-origin|include)"$/,
  voter: /^"(\\?.){1,128}"$/,
  storage: /^"(persistent|memory)"$/,
  maxAge: /^[\d.]*[1-9]/,
  headers: /^([[{]|undefined)/,
  transport: /^undefined/,
};

/**
 * Sets the page's defaults. Calling it again merges; `undefined` takes a setting back. A setting that cannot be used is
 * left as it was, with a message in the console.
 */
export function configure(changes: Configuration): void {
  for (const [name, value] of Object.entries(changes) as [string, unknown][]) {
    const written = JSON.stringify(value) as string | undefined;
    const setting = settings[name as keyof Configuration] as RegExp | undefined;
    if (value === undefined || setting?.test(String(written))) Object.assign(page.configuration, { [name]: value });
    else warnOnce(`configure(): ${name} cannot be ${written}. It stays as it was.`);
  }
  announcePageChange();
}
