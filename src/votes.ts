import { Votes } from './votes/votes.js';

export { configure, type Configuration, type OutgoingVote, type Protocol } from './shared/configuration.js';
export type * from './votes/vote.js';
export { Votes };

/** The page's outbox. */
export const votes = new Votes();

// What an earlier visit kept is sent now; on a server there is nothing to do.
if (typeof document !== 'undefined') votes.start();
