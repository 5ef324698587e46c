import type { SessionWords } from '../words.js';

export const ar: SessionWords = {
  warning: 'لم تستخدم هذا الموقع',
  extend: 'انقر هنا للبقاء مسجَّل الدخول',
  countdown: {
    zero: 'الوقت المتبقي: {count} ثانية',
    one: 'الوقت المتبقي: ثانية واحدة',
    two: 'الوقت المتبقي: ثانيتان',
    few: 'الوقت المتبقي: {count} ثوانٍ',
    many: 'الوقت المتبقي: {count} ثانية',
    other: 'الوقت المتبقي: {count} ثانية',
  },
  final: 'تنتهي جلستك قريبًا ولا يمكن تمديدها',
  extending: 'جارٍ التمديد…',
  offline: 'لا توجد شبكة، تجري إعادة المحاولة…',
  failed: 'لم تُمدَّد الجلسة بعد',
  idle: 'ما زلت مسجَّل الدخول',
  expired: 'انتهت جلستك',
  signIn: 'تسجيل الدخول مجددًا',
  signOut: 'تسجيل الخروج',
};
