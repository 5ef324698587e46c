/**
 * Whether the time left is to be said aloud: when the warning opens (`said` is infinite), at each full minute, and at 40
 * and 20 seconds. A number every second would drown everything else a screen reader has to say.
 *
 * @param said the seconds last said
 */
export function isDue(said: number, seconds: number): boolean {
  const passed = (mark: number) => said > mark && seconds <= mark;
  return passed(40) || passed(20) || Math.ceil(seconds / 60) < Math.ceil(said / 60);
}
