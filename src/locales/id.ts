import { id as card } from '../article-card/words/id.js';
import { id as session } from '../session-timeout-banner/words/id.js';
import { addLanguage } from '../shared/language.js';
import { id as rating } from '../star-rating/words/id.js';

addLanguage('id', { card, rating, session });
