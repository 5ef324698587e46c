import type { RatingWords } from '../words.js';

export const de: RatingWords = {
  label: 'Diesen Artikel bewerten',
  total: {
    one: 'Gesamtpunktzahl: {sum} aus {count} Bewertung',
    other: 'Gesamtpunktzahl: {sum} aus {count} Bewertungen',
  },
  ranking: { one: 'Durchschnitt: {average} - {count} Stimme', other: 'Durchschnitt: {average} - {count} Stimmen' },
  invitation: 'Zum Bewerten klicken',
  star: '{score} von {max} Sternen',
  meanings: ['sehr schlecht', 'schlecht', 'mittelmäßig', 'gut', 'sehr gut'],
  own: { one: 'Sie haben {score} Stern vergeben.', other: 'Sie haben {score} Sterne vergeben.' },
  delivery: {
    sending: 'Wird gesendet…',
    kept: 'Auf diesem Gerät gespeichert, wartet auf den Versand.',
    unsaved: 'Nicht auf diesem Gerät gespeichert: Beim Verlassen der Seite geht Ihre Stimme verloren.',
    counted: 'Ihre Stimme ist gezählt.',
    refused: 'Ihre Stimme zählt nicht: Der Server hat sie abgelehnt.',
    'already-voted': 'Ihre Stimme zählt nicht: Sie hatten schon abgestimmt.',
    expired: 'Ihre Stimme zählt nicht: Sie hat zu lange gewartet.',
  },
  retry: 'Erneut senden',
  change: 'Stimme ändern',
  required: 'Wählen Sie eine Anzahl Sterne.',
  histogram: 'Stimmen je Stern',
};
