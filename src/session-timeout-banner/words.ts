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
  /** The last attempt failed and another follows. */
  retrying: string;
  offline: string;
  /** The attempt failed for good. */
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
  final: 'Phiên đăng nhập sắp kết thúc và không thể gia hạn',
  extending: 'Đang gia hạn phiên đăng nhập…',
  retrying: 'Chưa gia hạn được, đang thử lại…',
  offline: 'Không có mạng, sẽ thử lại khi có mạng',
  failed: 'Không gia hạn được phiên đăng nhập',
  extended: 'Bạn vẫn đang đăng nhập',
  expired: 'Phiên đăng nhập đã kết thúc',
  signIn: 'Đăng nhập lại',
  signOut: 'Đăng xuất',
};

const en: SessionWords = {
  message: 'You have not used this site',
  extend: 'Click here to stay signed in',
  countdown: { one: 'Time left: {count} second', other: 'Time left: {count} seconds' },
  final: 'Your session is about to end and cannot be extended',
  extending: 'Keeping you signed in…',
  retrying: 'That has not worked yet, trying again…',
  offline: 'No network, trying again once it is back',
  failed: 'You could not be kept signed in',
  extended: 'You are still signed in',
  expired: 'Your session has ended',
  signIn: 'Sign in again',
  signOut: 'Sign out',
};

export const builtInWords = { vi, en };
