import { waitUntil as waitUntilSoon } from '@open-wc/testing';

/**
 * Waits for longer than the second that is usual: three browsers share two cores and one disk, and a database may be
 * slow. What never comes is said a little before the test's own time is over.
 */
export const waitUntil: typeof waitUntilSoon = (predicate, message, options) =>
  waitUntilSoon(predicate, message, { timeout: 15_000, ...options });
