import { ja as card } from '../article-card/words/ja.js';
import { ja as session } from '../session-timeout-banner/words/ja.js';
import { addLanguage } from '../shared/language.js';
import { ja as rating } from '../star-rating/words/ja.js';

addLanguage('ja', { card, rating, session });
