import type { RatingWords } from '../words.js';

export const id: RatingWords = {
  label: 'Nilai artikel ini',
  total: 'Total nilai: {sum} dari {count} penilaian',
  ranking: 'Rata-rata: {average} - {count} suara',
  invitation: 'Klik untuk menilai artikel ini',
  star: '{score} dari {max} bintang',
  meanings: ['sangat buruk', 'buruk', 'cukup', 'baik', 'sangat baik'],
  own: 'Anda memilih {score} bintang.',
  delivery: {
    sending: 'Mengirim…',
    kept: 'Disimpan di perangkat ini, menunggu dikirim.',
    unsaved: 'Tidak tersimpan di perangkat ini: suara Anda hilang jika halaman ditutup.',
    counted: 'Suara Anda sudah dihitung.',
    refused: 'Suara Anda tidak dihitung: ditolak oleh server.',
    'already-voted': 'Suara Anda tidak dihitung: Anda sudah pernah memilih.',
    expired: 'Suara Anda tidak dihitung: terlalu lama menunggu.',
  },
  retry: 'Kirim lagi',
  change: 'Ubah suara',
  required: 'Pilih jumlah bintang.',
  histogram: 'Suara per bintang',
};
