import type { SessionWords } from '../words.js';

export const fr: SessionWords = {
  warning: 'Vous n’avez pas utilisé ce site',
  extend: 'Cliquez ici pour rester connecté',
  countdown: { one: 'Temps restant : {count} seconde', other: 'Temps restant : {count} secondes' },
  final: 'Votre session se termine bientôt et ne peut pas être prolongée',
  extending: 'Prolongation en cours…',
  offline: 'Pas de réseau, nouvel essai en cours…',
  failed: 'La session n’est pas encore prolongée',
  idle: 'Vous êtes toujours connecté',
  expired: 'Votre session est terminée',
  signIn: 'Se reconnecter',
  signOut: 'Se déconnecter',
};
