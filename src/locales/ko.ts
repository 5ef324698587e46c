import { ko as card } from '../article-card/words/ko.js';
import { ko as session } from '../session-timeout-banner/words/ko.js';
import { addLanguage } from '../shared/language.js';
import { ko as rating } from '../star-rating/words/ko.js';

addLanguage('ko', { card, rating, session });
