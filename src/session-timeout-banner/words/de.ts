import type { SessionWords } from '../words.js';

export const de: SessionWords = {
  warning: 'Sie haben diese Website nicht benutzt',
  extend: 'Hier klicken, um angemeldet zu bleiben',
  countdown: { one: 'Verbleibende Zeit: {count} Sekunde', other: 'Verbleibende Zeit: {count} Sekunden' },
  final: 'Ihre Sitzung endet bald und kann nicht verlängert werden',
  extending: 'Wird verlängert …',
  offline: 'Kein Netz, neuer Versuch läuft …',
  failed: 'Noch nicht verlängert',
  idle: 'Sie sind weiterhin angemeldet',
  expired: 'Ihre Sitzung ist beendet',
  signIn: 'Wieder anmelden',
  signOut: 'Abmelden',
};
