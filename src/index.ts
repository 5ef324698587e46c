export { SaoArticleCard } from './article-card.js';
export { SaoSessionTimeoutBanner } from './session-timeout-banner.js';
export { SaoStarRating } from './star-rating.js';
export * from './votes.js';
