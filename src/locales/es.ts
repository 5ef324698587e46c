import { es as card } from '../article-card/words/es.js';
import { es as session } from '../session-timeout-banner/words/es.js';
import { addLanguage } from '../shared/language.js';
import { es as rating } from '../star-rating/words/es.js';

addLanguage('es', { card, rating, session });
