import type { RatingWords } from '../words.js';

export const fr: RatingWords = {
  label: 'Notez cet article',
  total: 'Total des points : {sum} pour {count} avis',
  ranking: {
    one: 'Moyenne : {average} - {count} vote',
    many: 'Moyenne : {average} - {count} de votes',
    other: 'Moyenne : {average} - {count} votes',
  },
  invitation: 'Cliquez pour noter cet article',
  star: { one: '{score} étoile sur {max}', other: '{score} étoiles sur {max}' },
  meanings: ['très mauvais', 'mauvais', 'moyen', 'bon', 'très bon'],
  own: { one: 'Vous avez choisi {score} étoile.', other: 'Vous avez choisi {score} étoiles.' },
  delivery: {
    sending: 'Envoi en cours…',
    kept: 'Conservé sur cet appareil, en attente d’envoi.',
    unsaved: 'Non conservé sur cet appareil : votre vote sera perdu si vous quittez la page.',
    counted: 'Votre vote est compté.',
    refused: 'Votre vote n’est pas compté : le serveur l’a refusé.',
    'already-voted': 'Votre vote n’est pas compté : vous aviez déjà voté.',
    expired: 'Votre vote n’est pas compté : il a attendu trop longtemps.',
  },
  retry: 'Renvoyer',
  change: 'Changer mon vote',
  required: 'Choisissez un nombre d’étoiles.',
  histogram: 'Votes par étoile',
};
