import { define } from './shared/define.js';
import type { VoteDetail } from './star-rating/article-votes.js';
import { SaoStarRating } from './star-rating/star-rating.js';

export { SaoStarRating, type VoteDetail };

define('sao-star-rating', SaoStarRating);

declare global {
  interface HTMLElementTagNameMap {
    'sao-star-rating': SaoStarRating;
  }
  interface GlobalEventHandlersEventMap {
    'sao-vote': CustomEvent<VoteDetail>;
    'sao-vote-sent': CustomEvent<VoteDetail>;
    'sao-vote-rejected': CustomEvent<VoteDetail>;
  }
}
