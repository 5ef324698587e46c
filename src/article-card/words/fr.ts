import type { CardWords } from '../words.js';

export const fr: CardWords = {
  source: 'Source :',
  updated: 'Mis à jour :',
  external: '(site externe : {host})',
  loading: 'Chargement de l’article…',
  failed: 'L’article n’a pas pu être chargé.',
  retry: 'Réessayer',
  empty: 'Aucun article pour le moment.',
};
