import type { CardWords } from '../words.js';

export const ja: CardWords = {
  source: '出典：',
  updated: '更新：',
  external: '（外部サイト：{host}）',
  loading: '記事を読み込んでいます…',
  failed: '記事を読み込めませんでした。',
  retry: '再試行',
  empty: '記事はまだありません。',
};
