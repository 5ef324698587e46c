import { pl as card } from '../article-card/words/pl.js';
import { pl as session } from '../session-timeout-banner/words/pl.js';
import { addLanguage } from '../shared/language.js';
import { pl as rating } from '../star-rating/words/pl.js';

addLanguage('pl', { card, rating, session });
