import type { CardWords } from '../words.js';

export const pl: CardWords = {
  source: 'Źródło:',
  updated: 'Aktualizacja:',
  external: '(strona zewnętrzna: {host})',
  loading: 'Wczytywanie artykułu…',
  failed: 'Nie udało się wczytać artykułu.',
  retry: 'Spróbuj ponownie',
  empty: 'Nie ma jeszcze artykułu.',
};
