import '../src/locales/ar.js';
import '../src/locales/de.js';
import '../src/locales/es.js';
import '../src/locales/fr.js';
import '../src/locales/id.js';
import '../src/locales/ja.js';
import '../src/locales/ko.js';
import '../src/locales/pl.js';
import '../src/locales/pt.js';
import '../src/locales/th.js';
import '../src/locales/zh.js';

/**
 * The languages of the toolbar. What nothing is taken from, the build leaves out, and the languages with it: so the names
 * stand here.
 */
export const languageNames = {
  ...{ vi: 'Tiếng Việt', en: 'English', ar: 'العربية', de: 'Deutsch', es: 'Español', fr: 'Français' },
  ...{ id: 'Indonesia', ja: '日本語', ko: '한국어', pl: 'Polski', pt: 'Português', th: 'ไทย', zh: '中文' },
};
