/** What servers hand over beside the request: Node's adapter the socket, Deno the peer. */
export interface Platform {
  incoming?: { socket?: { remoteAddress?: string | undefined } } | undefined;
  remoteAddr?: { hostname?: string | undefined } | undefined;
}

/**
 * The client's address; empty where the platform tells none. Behind a trusted proxy it is the last entry of
 * `X-Forwarded-For`, the one the proxy itself wrote: all before it are the client's own words.
 */
export function clientAddress(request: Request, platform: Platform, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  return platform.incoming?.socket?.remoteAddress ?? platform.remoteAddr?.hostname ?? '';
}

/** What counts as one client: an IPv4 address, or the /64 network of IPv6, all of which one household has to itself. */
export function clientNetwork(address: string): string {
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
