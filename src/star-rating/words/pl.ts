import type { RatingWords } from '../words.js';

export const pl: RatingWords = {
  label: 'Oceń ten artykuł',
  total: {
    one: 'Suma punktów: {sum} z {count} oceny',
    few: 'Suma punktów: {sum} z {count} ocen',
    many: 'Suma punktów: {sum} z {count} ocen',
    other: 'Suma punktów: {sum} z {count} oceny',
  },
  ranking: {
    one: 'Średnia: {average} - {count} głos',
    few: 'Średnia: {average} - {count} głosy',
    many: 'Średnia: {average} - {count} głosów',
    other: 'Średnia: {average} - {count} głosu',
  },
  invitation: 'Kliknij, aby ocenić ten artykuł',
  star: {
    one: '{score} gwiazdka na {max}',
    few: '{score} gwiazdki na {max}',
    many: '{score} gwiazdek na {max}',
    other: '{score} gwiazdki na {max}',
  },
  meanings: ['bardzo źle', 'źle', 'przeciętnie', 'dobrze', 'bardzo dobrze'],
  own: {
    one: 'Twój wybór: {score} gwiazdka.',
    few: 'Twój wybór: {score} gwiazdki.',
    many: 'Twój wybór: {score} gwiazdek.',
    other: 'Twój wybór: {score} gwiazdki.',
  },
  delivery: {
    sending: 'Wysyłanie…',
    kept: 'Zapisano na tym urządzeniu, czeka na wysłanie.',
    unsaved: 'Nie zapisano na tym urządzeniu: opuszczenie strony oznacza utratę głosu.',
    counted: 'Twój głos został policzony.',
    refused: 'Twój głos nie został policzony: serwer go odrzucił.',
    'already-voted': 'Twój głos nie został policzony: głos był już oddany.',
    expired: 'Twój głos nie został policzony: czekał zbyt długo.',
  },
  retry: 'Wyślij ponownie',
  change: 'Zmień głos',
  required: 'Wybierz liczbę gwiazdek.',
  histogram: 'Głosy według gwiazdek',
};
