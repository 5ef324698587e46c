/**
 * What a card needs only now and then: articles from elsewhere and safe HTML. A file of its own, so that cards from
 * attributes and slots do not pay for it.
 */
export { articleFrom } from './load-article.js';
export { fillSafely } from './safe-html.js';
