import type { RatingWords } from '../words.js';

export const es: RatingWords = {
  label: 'Valora este artículo',
  total: {
    one: 'Puntuación total: {sum} en {count} valoración',
    many: 'Puntuación total: {sum} en {count} de valoraciones',
    other: 'Puntuación total: {sum} en {count} valoraciones',
  },
  ranking: {
    one: 'Media: {average} - {count} voto',
    many: 'Media: {average} - {count} de votos',
    other: 'Media: {average} - {count} votos',
  },
  invitation: 'Haz clic para valorar este artículo',
  star: { one: '{score} estrella de {max}', other: '{score} estrellas de {max}' },
  meanings: ['muy malo', 'malo', 'regular', 'bueno', 'muy bueno'],
  own: { one: 'Has elegido {score} estrella.', other: 'Has elegido {score} estrellas.' },
  delivery: {
    sending: 'Enviando…',
    kept: 'Guardado en este dispositivo, a la espera de enviarse.',
    unsaved: 'No se ha guardado en este dispositivo: si sales, perderás tu voto.',
    counted: 'Tu voto se ha contado.',
    refused: 'Tu voto no se ha contado: el servidor lo ha rechazado.',
    'already-voted': 'Tu voto no se ha contado: ya habías votado.',
    expired: 'Tu voto no se ha contado: ha esperado demasiado.',
  },
  retry: 'Reenviar',
  change: 'Cambiar voto',
  required: 'Elige un número de estrellas.',
  histogram: 'Votos por estrella',
};
