import type { SessionWords } from '../words.js';

export const pl: SessionWords = {
  warning: 'Strona nie była używana',
  extend: 'Kliknij tutaj, aby pozostać zalogowanym',
  countdown: {
    one: 'Pozostały czas: {count} sekunda',
    few: 'Pozostały czas: {count} sekundy',
    many: 'Pozostały czas: {count} sekund',
    other: 'Pozostały czas: {count} sekundy',
  },
  final: 'Sesja wkrótce się zakończy i nie można jej przedłużyć',
  extending: 'Przedłużanie sesji…',
  offline: 'Brak sieci, ponawianie próby…',
  failed: 'Sesji jeszcze nie przedłużono',
  idle: 'Nadal jesteś zalogowany',
  expired: 'Sesja się zakończyła',
  signIn: 'Zaloguj się ponownie',
  signOut: 'Wyloguj się',
};
