import { openOutbox } from './votes/votes.js';

export { configure, type Configuration, type OutgoingVote, type Protocol } from './shared/configuration.js';
export type * from './votes/vote.js';
export type { Votes } from './votes/votes.js';

/** The page's outbox. */
export const votes = openOutbox();
