/** The server behind the banner's stories, in the browser. */
class StorySession {
  readonly statusAddress = '/story-session/status';
  readonly keepAliveAddress = '/story-session/keep-alive';
  /** How the server fares when asked to extend. */
  keepAlive: 'fine' | 'failing' | 'silent' | 'offline' = 'fine';

  answer(request: Request): Promise<Response> | undefined {
    const { pathname } = new URL(request.url);
    if (pathname === this.statusAddress) return Promise.resolve(Response.json({ expiresIn: 55 }));
    if (pathname !== this.keepAliveAddress) return undefined;
    switch (this.keepAlive) {
      case 'silent':
        return new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
        );
      case 'offline':
        return Promise.reject(new TypeError('The story is offline.'));
      case 'failing':
        return Promise.resolve(new Response('', { status: 503 }));
      default:
        return Promise.resolve(Response.json({ expiresIn: 1800 }));
    }
  }
}

export const session = new StorySession();

let installed = false;

export function installSession(): void {
  if (installed) return;
  installed = true;
  const next = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    return session.answer(request) ?? next(input, init);
  };
}
