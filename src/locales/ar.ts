import { ar as card } from '../article-card/words/ar.js';
import { ar as session } from '../session-timeout-banner/words/ar.js';
import { addLanguage } from '../shared/language.js';
import { ar as rating } from '../star-rating/words/ar.js';

addLanguage('ar', { card, rating, session });
