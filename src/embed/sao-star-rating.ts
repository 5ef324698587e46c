import './defaults.js';

export * from '../star-rating.js';
export { configure, votes } from '../votes.js';
