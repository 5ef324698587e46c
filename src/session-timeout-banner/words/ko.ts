import type { SessionWords } from '../words.js';

export const ko: SessionWords = {
  warning: '한동안 이 사이트를 사용하지 않으셨습니다',
  extend: '로그인 상태를 유지하려면 여기를 클릭하세요',
  countdown: { other: '남은 시간: {count}초' },
  final: '세션이 곧 종료되며 연장할 수 없습니다',
  extending: '세션을 연장하는 중…',
  offline: '네트워크가 없어 다시 시도하는 중…',
  failed: '아직 연장되지 않았습니다',
  idle: '로그인 상태가 유지되었습니다',
  expired: '세션이 종료되었습니다',
  signIn: '다시 로그인',
  signOut: '로그아웃',
};
