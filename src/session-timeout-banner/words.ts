import type { Plural } from '../shared/language.js';
import type { Phase } from './session-world.js';

/** What is said in each phase (`idle`: aloud, once the session was extended), and the rest. */
export interface SessionWords extends Record<Phase, string> {
  extend: string;
  /** With `{count}`, the seconds left. */
  countdown: string | Plural;
  /** In place of `warning` where nothing can extend the session. */
  final: string;
  /** The last attempt failed, whether or not another follows. */
  failed: string;
  signIn: string;
  signOut: string;
}

const vi: SessionWords = {
  warning: 'Bạn đã không sử dụng Site',
  extend: 'Bấm vào đây để duy trì trạng thái đăng nhập',
  countdown: 'Thời gian chờ: {count} giây',
  final: 'Không thể gia hạn phiên đăng nhập',
  extending: 'Đang gia hạn…',
  offline: 'Không có mạng, đang thử lại…',
  failed: 'Chưa gia hạn được',
  idle: 'Bạn vẫn đang đăng nhập',
  expired: 'Phiên đăng nhập đã kết thúc',
  signIn: 'Đăng nhập lại',
  signOut: 'Đăng xuất',
};

const en: SessionWords = {
  warning: 'You have not used this site',
  extend: 'Click here to stay signed in',
  countdown: { one: 'Time left: {count} second', other: 'Time left: {count} seconds' },
  final: 'Your session cannot be extended',
  extending: 'Extending…',
  offline: 'No network, trying again…',
  failed: 'Not extended yet',
  idle: 'You are still signed in',
  expired: 'Your session has ended',
  signIn: 'Sign in again',
  signOut: 'Sign out',
};

export const builtInWords = { vi, en };
