import type { CardWords } from '../words.js';

export const th: CardWords = {
  source: 'ที่มา:',
  updated: 'ปรับปรุงเมื่อ:',
  external: '(เว็บไซต์ภายนอก: {host})',
  loading: 'กำลังโหลดบทความ…',
  failed: 'โหลดบทความไม่สำเร็จ',
  retry: 'ลองอีกครั้ง',
  empty: 'ยังไม่มีบทความ',
};
