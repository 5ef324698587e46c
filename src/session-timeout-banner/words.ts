import type { Plural } from '../shared/language.js';

export interface SessionWords {
  /** Why the banner is there. */
  message: string;
  extend: string;
  /** With `{count}`, the seconds left. */
  countdown: Plural;
  /** In place of `message` where nothing can extend the session. */
  final: string;
  extending: string;
  offline: string;
  /** The last attempt failed, whether or not another follows. */
  failed: string;
  /** Said aloud once the session was extended. */
  extended: string;
  expired: string;
  signIn: string;
  signOut: string;
}

const vi: SessionWords = {
  message: 'Bạn đã không sử dụng Site',
  extend: 'Bấm vào đây để duy trì trạng thái đăng nhập',
  countdown: { other: 'Thời gian chờ: {count} giây' },
  final: 'Phiên đăng nhập sắp kết thúc, không thể gia hạn',
  extending: 'Đang gia hạn…',
  offline: 'Không có mạng, đang thử lại…',
  failed: 'Chưa gia hạn được',
  extended: 'Bạn vẫn đang đăng nhập',
  expired: 'Phiên đăng nhập đã kết thúc',
  signIn: 'Đăng nhập lại',
  signOut: 'Đăng xuất',
};

const en: SessionWords = {
  message: 'You have not used this site',
  extend: 'Click here to stay signed in',
  countdown: { one: 'Time left: {count} second', other: 'Time left: {count} seconds' },
  final: 'Your session ends soon and cannot be extended',
  extending: 'Extending…',
  offline: 'No network, trying again…',
  failed: 'Not extended yet',
  extended: 'You are still signed in',
  expired: 'Your session has ended',
  signIn: 'Sign in again',
  signOut: 'Sign out',
};

export const builtInWords = { vi, en };
