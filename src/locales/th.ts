import { th as card } from '../article-card/words/th.js';
import { th as session } from '../session-timeout-banner/words/th.js';
import { addLanguage } from '../shared/language.js';
import { th as rating } from '../star-rating/words/th.js';

addLanguage('th', { card, rating, session });
