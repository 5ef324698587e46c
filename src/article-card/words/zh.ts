import type { CardWords } from '../words.js';

export const zh: CardWords = {
  source: '来源：',
  updated: '更新：',
  external: '（外部网站：{host}）',
  loading: '正在加载文章…',
  failed: '无法加载文章。',
  retry: '重试',
  empty: '暂无文章。',
};
