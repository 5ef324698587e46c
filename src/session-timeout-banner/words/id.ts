import type { SessionWords } from '../words.js';

export const id: SessionWords = {
  warning: 'Anda tidak menggunakan situs ini',
  extend: 'Klik di sini untuk tetap masuk',
  countdown: { other: 'Sisa waktu: {count} detik' },
  final: 'Sesi Anda segera berakhir dan tidak dapat diperpanjang',
  extending: 'Memperpanjang sesi…',
  offline: 'Tidak ada jaringan, mencoba lagi…',
  failed: 'Sesi belum diperpanjang',
  idle: 'Anda masih masuk',
  expired: 'Sesi Anda telah berakhir',
  signIn: 'Masuk lagi',
  signOut: 'Keluar',
};
