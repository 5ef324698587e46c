const second = 1000;
const longestStep = 3600 * second;

/** Full jitter: from one second up to twice as long as the last time, at most an hour. */
export const backOff = (failures: number): number =>
  second + Math.random() * (Math.min(longestStep, second * 2 ** failures) - second);

/** The moment if it is still to come and not absurdly far ahead, which only a changed clock brings about; else 0. */
export const ahead = (now: number, moment = 0, atMost = longestStep): number =>
  moment > now && moment <= now + atMost ? moment : 0;
