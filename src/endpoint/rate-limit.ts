const minute = 60_000;
/** Past so many clients at once the longest known are forgotten: a flood of addresses must not fill the memory. */
const mostClients = 100_000;

/** Asks whether one more is allowed; answers with the seconds to wait, 0 for none. */
export type RateLimit = (client: string, now: number) => number;

/**
 * At most `perMinute` at once, refilled evenly: the generic cell rate algorithm, which keeps one number a client
 * (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm).
 */
export function rateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return () => 0;
  const interval = minute / perMinute;
  /** When each client would be back at none, in order of insertion. */
  const clients = new Map<string, number>();
  return (client, now) => {
    // Nobody is further than a minute behind, unless the clock was set back meanwhile.
    const known = Math.min(clients.get(client) ?? 0, now + minute);
    const emptied = Math.max(known, now) + interval;
    const wait = emptied - now - minute;
    // Half a millisecond of slack, for intervals that are no whole number.
    if (wait > 0.5) {
      clients.set(client, known);
      return Math.ceil(wait / 1000);
    }
    clients.delete(client);
    clients.set(client, emptied);
    for (const [oldest, back] of clients) {
      if (back > now && clients.size <= mostClients) break;
      clients.delete(oldest);
    }
    return 0;
  };
}
