import type { CardWords } from '../words.js';

export const pt: CardWords = {
  source: 'Fonte:',
  updated: 'Atualizado:',
  external: '(site externo: {host})',
  loading: 'A carregar o artigo…',
  failed: 'Não foi possível carregar o artigo.',
  retry: 'Tentar novamente',
  empty: 'Ainda não há nenhum artigo.',
};
