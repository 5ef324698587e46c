import type { RatingWords } from '../words.js';

export const pt: RatingWords = {
  label: 'Avalie este artigo',
  total: {
    one: 'Pontuação total: {sum} em {count} avaliação',
    many: 'Pontuação total: {sum} em {count} de avaliações',
    other: 'Pontuação total: {sum} em {count} avaliações',
  },
  ranking: {
    one: 'Média: {average} - {count} voto',
    many: 'Média: {average} - {count} de votos',
    other: 'Média: {average} - {count} votos',
  },
  invitation: 'Clique para avaliar este artigo',
  star: { one: '{score} estrela de {max}', other: '{score} estrelas de {max}' },
  meanings: ['muito ruim', 'ruim', 'regular', 'bom', 'muito bom'],
  own: { one: 'Você escolheu {score} estrela.', other: 'Você escolheu {score} estrelas.' },
  delivery: {
    sending: 'Enviando…',
    kept: 'Guardado neste dispositivo, aguardando envio.',
    unsaved: 'Não foi guardado neste dispositivo: se sair da página, perderá seu voto.',
    counted: 'Seu voto foi contado.',
    refused: 'Seu voto não foi contado: o servidor o recusou.',
    'already-voted': 'Seu voto não foi contado: você já tinha votado.',
    expired: 'Seu voto não foi contado: esperou tempo demais.',
  },
  retry: 'Reenviar',
  change: 'Mudar voto',
  required: 'Escolha um número de estrelas.',
  histogram: 'Votos por estrela',
};
