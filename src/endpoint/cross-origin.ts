/** Which origins' pages may vote; pages of every origin may read tallies. */
export interface CrossOriginPolicy {
  /** Whether a page of this origin may vote; requests without `Origin` come from no foreign page. */
  mayVote(request: Request): boolean;
  /** The headers that every answer carries, errors too: an answer that a page cannot read is one it tries again. */
  headers(request: Request): Record<string, string>;
  /** The answer to a preflight. It allows all, so that a refusal of the vote itself can be read by the page. */
  preflight(request: Request): Response;
}

/** What lets pages of every origin read an answer. */
export const readableByAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
};

/** An empty list lets every origin vote. */
export function crossOriginPolicy(allowed: string[]): CrossOriginPolicy {
  const listed = new Set(allowed);
  // The site that the endpoint itself is part of. Only the host: a proxy in front may speak https.
  const own = (request: Request, origin: string) => {
    const host = request.headers.get('Host') ?? new URL(request.url).host;
    return URL.canParse(origin) && new URL(origin).host === host;
  };
  const headers = (request: Request) => {
    const origin = request.headers.get('Origin');
    const vary = listed.size > 0 ? { Vary: 'Origin' } : undefined;
    // Cookies only travel where the origin is named; naming whoever asks would hand them to every page.
    const trusted = origin !== null && listed.has(origin);
    return {
      ...readableByAll,
      ...(trusted && { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }),
      ...vary,
    };
  };
  return {
    headers,
    mayVote(request) {
      const origin = request.headers.get('Origin');
      return listed.size === 0 || origin === null || listed.has(origin) || own(request, origin);
    },
    preflight: (request) =>
      new Response(null, {
        status: 204,
        headers: {
          ...headers(request),
          'Access-Control-Allow-Methods': 'GET, HEAD, POST',
          // Hosts may send headers of their own (`configure({ headers })`), so what is asked for is what is allowed.
          'Access-Control-Allow-Headers':
            request.headers.get('Access-Control-Request-Headers') ?? 'Content-Type, Idempotency-Key',
          'Access-Control-Max-Age': '86400',
        },
      }),
  };
}
