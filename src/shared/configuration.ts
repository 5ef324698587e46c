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

type Check = (value: unknown) => boolean;
const oneOf =
  (...allowed: string[]): Check =>
  (value) =>
    allowed.includes(value as string);
const isText: Check = (value) => typeof value === 'string' && value !== '';

/** What each setting may be, and the words for it. */
const checks: { [Name in keyof Required<Configuration>]: [Check, string] } = {
  endpoint: [isText, 'a URL'],
  protocol: [oneOf('json', 'json-simple', 'nukeviet'), '"json", "json-simple" or "nukeviet"'],
  credentials: [oneOf('omit', 'same-origin', 'include'), '"omit", "same-origin" or "include"'],
  voter: [(value) => isText(value) && (value as string).length <= 128, '1 to 128 characters'],
  storage: [oneOf('persistent', 'memory'), '"persistent" or "memory"'],
  maxAge: [(value) => typeof value === 'number' && value > 0 && value <= 3650, 'a number of days, above 0'],
  headers: [(value) => typeof value === 'object' || typeof value === 'function', 'an object or a function'],
  transport: [(value) => typeof value === 'function', 'a function'],
};

/**
 * Sets the page's defaults. Calling it again merges; `undefined` takes a setting back. A setting that cannot be used is
 * left as it was, with a message in the console.
 */
export function configure(changes: Configuration): void {
  for (const name of Object.keys(changes) as (keyof Configuration)[]) {
    const check = checks[name] as (typeof checks)[keyof Configuration] | undefined;
    const value = changes[name];
    if (!check) warnOnce(`configure(): there is no setting "${name}". There are: ${Object.keys(checks).join(', ')}.`);
    else if (value !== undefined && !check[0](value)) {
      warnOnce(`configure(): ${name} must be ${check[1]}, not ${JSON.stringify(value)}. It stays as it was.`);
    } else Object.assign(page.configuration, { [name]: value });
  }
  announcePageChange();
}
