const second = 1000;

/** The longest step of the back-off, and so the furthest that a record's due time can honestly lie ahead. */
export const longestStep = 3600 * second;

/** Full jitter: somewhere between a second and twice as long as the last time, at most an hour. */
export const backOff = (failures: number): number =>
  second + Math.random() * (Math.min(longestStep, second * 2 ** failures) - second);
