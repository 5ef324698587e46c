/** Minutes, rounded up, then the last 40 and the last 20 seconds. */
const stretchOf = (seconds: number) => (seconds > 40 ? Math.ceil(seconds / 60) : seconds > 20 ? 0.5 : 0);

/**
 * Whether the time left is to be said aloud: when the warning opens (`said` is infinite), at each full minute, and at 40
 * and 20 seconds. A number every second would drown everything else a screen reader has to say.
 *
 * @param said the seconds last said
 */
export const isDue = (said: number, seconds: number): boolean => stretchOf(seconds) < stretchOf(said);
