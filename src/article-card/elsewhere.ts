/**
 * What a card needs only when its article comes from elsewhere: requests, the formats, and safe HTML. A file of its own,
 * so that cards from attributes and slots do not pay for it.
 */
export { articleAt, articleOfScript } from './load-article.js';
export { fillSafely } from './safe-html.js';
