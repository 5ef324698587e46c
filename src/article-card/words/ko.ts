import type { CardWords } from '../words.js';

export const ko: CardWords = {
  source: '출처:',
  updated: '업데이트:',
  external: '(외부 사이트: {host})',
  loading: '기사를 불러오는 중…',
  failed: '기사를 불러오지 못했습니다.',
  retry: '다시 시도',
  empty: '아직 기사가 없습니다.',
};
