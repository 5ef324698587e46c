import { pt as card } from '../article-card/words/pt.js';
import { pt as session } from '../session-timeout-banner/words/pt.js';
import { addLanguage } from '../shared/language.js';
import { pt as rating } from '../star-rating/words/pt.js';

addLanguage('pt', { card, rating, session });
