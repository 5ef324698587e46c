import type { SessionWords } from '../words.js';

export const zh: SessionWords = {
  warning: '您已有一段时间未使用本网站',
  extend: '点击此处保持登录',
  countdown: { other: '剩余时间：{count} 秒' },
  final: '您的会话即将结束，且无法延长',
  extending: '正在延长会话…',
  offline: '没有网络，正在重试…',
  failed: '会话尚未延长',
  idle: '您仍处于登录状态',
  expired: '您的会话已结束',
  signIn: '重新登录',
  signOut: '退出登录',
};
