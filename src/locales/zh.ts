import { zh as card } from '../article-card/words/zh.js';
import { zh as session } from '../session-timeout-banner/words/zh.js';
import { addLanguage } from '../shared/language.js';
import { zh as rating } from '../star-rating/words/zh.js';

addLanguage('zh', { card, rating, session });
