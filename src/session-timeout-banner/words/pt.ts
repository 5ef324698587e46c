import type { SessionWords } from '../words.js';

export const pt: SessionWords = {
  warning: 'Não utilizou este site',
  extend: 'Clique aqui para manter a sessão iniciada',
  countdown: { one: 'Tempo restante: {count} segundo', other: 'Tempo restante: {count} segundos' },
  final: 'A sua sessão termina em breve e não pode ser prolongada',
  extending: 'A prolongar a sessão…',
  offline: 'Sem rede, a tentar de novo…',
  failed: 'A sessão ainda não foi prolongada',
  idle: 'A sua sessão continua iniciada',
  expired: 'A sua sessão terminou',
  signIn: 'Iniciar sessão de novo',
  signOut: 'Terminar sessão',
};
