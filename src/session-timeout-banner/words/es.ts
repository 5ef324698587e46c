import type { SessionWords } from '../words.js';

export const es: SessionWords = {
  warning: 'No ha utilizado este sitio',
  extend: 'Haga clic aquí para mantener la sesión iniciada',
  countdown: { one: 'Tiempo restante: {count} segundo', other: 'Tiempo restante: {count} segundos' },
  final: 'Su sesión termina pronto y no se puede prolongar',
  extending: 'Prolongando la sesión…',
  offline: 'Sin conexión, intentándolo de nuevo…',
  failed: 'La sesión aún no se ha prolongado',
  idle: 'Su sesión sigue iniciada',
  expired: 'Su sesión ha terminado',
  signIn: 'Volver a iniciar sesión',
  signOut: 'Cerrar sesión',
};
