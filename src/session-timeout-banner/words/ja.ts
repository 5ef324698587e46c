import type { SessionWords } from '../words.js';

export const ja: SessionWords = {
  warning: 'しばらくこのサイトが操作されていません',
  extend: 'ログイン状態を保つにはここをクリック',
  countdown: { other: '残り時間：{count} 秒' },
  final: 'まもなくセッションが終了します。延長はできません',
  extending: '延長しています…',
  offline: 'ネットワークに接続できません。再試行しています…',
  failed: 'まだ延長できていません',
  idle: 'ログイン状態が保たれました',
  expired: 'セッションが終了しました',
  signIn: 'もう一度ログイン',
  signOut: 'ログアウト',
};
