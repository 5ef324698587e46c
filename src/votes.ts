import { Votes } from './votes/votes.js';

export { configure, type Configuration, type OutgoingVote, type Protocol } from './shared/configuration.js';
export type * from './votes/vote.js';
export { Votes };

/** The page's outbox. */
export const votes = new Votes();
