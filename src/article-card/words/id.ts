import type { CardWords } from '../words.js';

export const id: CardWords = {
  source: 'Sumber:',
  updated: 'Diperbarui:',
  external: '(situs lain: {host})',
  loading: 'Memuat artikel…',
  failed: 'Artikel tidak dapat dimuat.',
  retry: 'Coba lagi',
  empty: 'Belum ada artikel.',
};
