import { Hono } from 'hono';

/** The site's sign-in session as its server sees it: it ends after thirty quiet minutes. */
export function createSession({ timeout = 1800, now = () => Date.now() } = {}) {
  let end = now() + timeout * 1000;
  const answer = () => ({ expiresIn: Math.max(0, Math.round((end - now()) / 1000)) });
  const ended = () => end <= now();

  const app = new Hono();
  app.get('/status', (context) => context.json(answer(), ended() ? 401 : 200));
  app.post('/keep-alive', (context) => {
    if (ended()) return context.json(answer(), 401);
    end = now() + timeout * 1000;
    return context.json(answer());
  });
  // What the demo's buttons do to the session, which a real site would not offer.
  app.post('/shorten', (context) => {
    end = now() + 70_000;
    return context.json(answer());
  });
  app.on(['GET', 'POST'], ['/sign-in', '/sign-out'], (context) => {
    end = context.req.path.endsWith('sign-out') ? now() : now() + timeout * 1000;
    return context.redirect('/');
  });
  return app;
}
