import { fr as card } from '../article-card/words/fr.js';
import { fr as session } from '../session-timeout-banner/words/fr.js';
import { addLanguage } from '../shared/language.js';
import { fr as rating } from '../star-rating/words/fr.js';

addLanguage('fr', { card, rating, session });
