import type { CardWords } from '../words.js';

export const de: CardWords = {
  source: 'Quelle:',
  updated: 'Aktualisiert:',
  external: '(externe Seite: {host})',
  loading: 'Artikel wird geladen …',
  failed: 'Der Artikel konnte nicht geladen werden.',
  retry: 'Erneut versuchen',
  empty: 'Noch kein Artikel.',
};
