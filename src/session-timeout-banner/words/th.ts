import type { SessionWords } from '../words.js';

export const th: SessionWords = {
  warning: 'คุณไม่ได้ใช้งานเว็บไซต์นี้',
  extend: 'คลิกที่นี่เพื่ออยู่ในระบบต่อ',
  countdown: { other: 'เวลาที่เหลือ: {count} วินาที' },
  final: 'เซสชันของคุณใกล้สิ้นสุดและไม่สามารถขยายเวลาได้',
  extending: 'กำลังขยายเวลา…',
  offline: 'ไม่มีเครือข่าย กำลังลองอีกครั้ง…',
  failed: 'ยังขยายเวลาไม่ได้',
  idle: 'คุณยังอยู่ในระบบ',
  expired: 'เซสชันของคุณสิ้นสุดแล้ว',
  signIn: 'เข้าสู่ระบบอีกครั้ง',
  signOut: 'ออกจากระบบ',
};
