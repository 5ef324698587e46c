/** What servers hand over beside the request: Node's adapter the socket, Deno the peer. */
export interface Platform {
  incoming?: { socket?: { remoteAddress?: string | undefined } } | undefined;
  remoteAddr?: { hostname?: string | undefined } | undefined;
}

/**
 * The client's address; empty where the platform tells none. Behind trusted proxies it is the entry of `X-Forwarded-For`
 * that the first of them wrote: all before it are the client's own words.
 */
export function clientAddress(request: Request, platform: Platform, trustedProxies: number): string {
  const entries = request.headers.get('X-Forwarded-For')?.split(',') ?? [];
  const forwarded = trustedProxies > 0 ? (entries.at(-trustedProxies) ?? entries[0])?.trim() : undefined;
  if (forwarded) return forwarded;
  return platform.incoming?.socket?.remoteAddress ?? platform.remoteAddr?.hostname ?? '';
}

/** What counts as one client: an IPv4 address, or the /64 network of IPv6, all of which one household has to itself. */
export function clientNetwork(from: string): string {
  // Some proxies write the client's port too, which is another one with every connection.
  const address = from.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
