import { define } from './shared/define.js';
import { SaoArticleCard, type ErrorDetail, type LoadDetail } from './article-card/article-card.js';

define('sao-article-card', SaoArticleCard);

export { SaoArticleCard };
export type { CardLayout, ErrorDetail, LoadDetail } from './article-card/article-card.js';
export type { Article } from './article-card/article.js';
export type { DateStyle } from './article-card/date-text.js';
export type { ErrorReason } from './article-card/load-error.js';

declare global {
  interface HTMLElementTagNameMap {
    'sao-article-card': SaoArticleCard;
  }
  interface GlobalEventHandlersEventMap {
    'sao-load': CustomEvent<LoadDetail>;
    'sao-error': CustomEvent<ErrorDetail>;
  }
}
