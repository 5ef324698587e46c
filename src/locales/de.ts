import { de as card } from '../article-card/words/de.js';
import { de as session } from '../session-timeout-banner/words/de.js';
import { addLanguage } from '../shared/language.js';
import { de as rating } from '../star-rating/words/de.js';

addLanguage('de', { card, rating, session });
