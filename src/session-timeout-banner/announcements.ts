/**
 * Whether the time left is to be said aloud: when the warning opens (`before` is infinite), at each full minute, and at
 * 40 and 20 seconds. A number every second would drown everything else a screen reader has to say.
 */
export function isDue(before: number, seconds: number): boolean {
  const passed = (mark: number) => before > mark && seconds <= mark;
  return seconds > 0 && (passed(40) || passed(20) || Math.ceil(seconds / 60) < Math.ceil(before / 60));
}
