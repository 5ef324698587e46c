import type { CardWords } from '../words.js';

export const ar: CardWords = {
  source: 'المصدر:',
  updated: 'آخر تحديث:',
  external: '(موقع خارجي: {host})',
  loading: 'جارٍ تحميل المقال…',
  failed: 'تعذّر تحميل المقال.',
  retry: 'إعادة المحاولة',
  empty: 'لا توجد مقالات بعد.',
};
