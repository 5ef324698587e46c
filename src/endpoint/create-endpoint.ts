import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { voteChecks } from './accept-vote.js';
import type { Platform } from './client-address.js';
import { crossOriginPolicy } from './cross-origin.js';
import { LazyStore } from './lazy-store.js';
import { openApi } from './openapi.js';
import { settle, type EndpointOptions } from './options.js';
import { Problem } from './problem.js';
import { askedArticles } from './read-articles.js';

/** Answers requests; `fetch` is itself, as servers like to call it. */
export interface Endpoint {
  /** @param platform what the server knows beside the request: Node's adapter and Deno tell the client's address there */
  (request: Request, platform?: unknown): Promise<Response>;
  readonly fetch: (request: Request, platform?: unknown) => Promise<Response>;
  /** Opens the database, which the first request does otherwise; rejects where it cannot be used. */
  readonly ready: () => Promise<void>;
  /** Closes the database. */
  readonly close: () => Promise<void>;
}

/** Browsers ask again, so that a reader sees the own vote after a reload; a CDN in front may answer for 5 s. */
const cacheTallies = { 'Cache-Control': 'public, max-age=0, s-maxage=5' };
const cacheNothing = { 'Cache-Control': 'no-store' };

/** The vote endpoint, for any server that speaks `fetch`. */
export function createEndpoint(options: EndpointOptions = {}): Endpoint {
  const settings = settle(options);
  const policy = crossOriginPolicy(settings.allowOrigins);
  const check = voteChecks(settings, policy);
  const store = new LazyStore(settings.database);
  const methods = {
    [settings.path]: 'GET, HEAD, POST, OPTIONS',
    '/healthz': 'GET, HEAD, OPTIONS',
    '/openapi.json': 'GET, HEAD, OPTIONS',
  };
  const app = new Hono<{ Bindings: Platform }>({ strict: false });

  app.use(async (context, next) => {
    const { method, path, raw } = context.req;
    const started = performance.now();
    if (method === 'OPTIONS') context.res = policy.preflight(raw);
    else await next();
    for (const [name, value] of Object.entries(policy.headers(raw))) context.header(name, value);
    const { error, res } = context;
    const problem = error instanceof Problem ? error : undefined;
    settings.onAnswer({
      method,
      route: path in methods ? path : 'other',
      status: res.status,
      milliseconds: performance.now() - started,
      problem: problem?.detail,
      error: problem && problem.status < 500 ? undefined : (problem?.cause ?? error),
    });
  });

  app.post(settings.path, async ({ req, env }) => {
    const vote = await check(req.raw, env);
    const answer = await store.use(async (votes) => {
      const score = await votes.record(vote, settings.now());
      const [tally] = await votes.tallies([vote.article]);
      return { ...tally, score };
    });
    return Response.json(answer, { headers: cacheNothing });
  });

  app.get(settings.path, etag(), async ({ req }) => {
    const articles = askedArticles(new URL(req.url).searchParams);
    const tallies = await store.use((votes) => votes.tallies(articles));
    return Response.json({ tallies }, { headers: cacheTallies });
  });

  app.get('/healthz', async () => {
    await store.use((votes) => votes.check());
    return Response.json({ status: 'ok' }, { headers: cacheNothing });
  });

  app.get('/openapi.json', () => Response.json(openApi(settings.path)));

  for (const [route, allowed] of Object.entries(methods))
    app.all(route, ({ req }) => {
      throw new Problem(405, `${req.method} is not for ${route}.`, { headers: { Allow: allowed } });
    });
  app.notFound(() => new Problem(404, `Votes are at ${settings.path}.`).toResponse());
  app.onError((error) =>
    (error instanceof Problem ? error : new Problem(500, 'Something went wrong here. Please try again.')).toResponse(),
  );

  const answer = async (request: Request, platform?: unknown) => app.fetch(request, platform ?? {});
  return Object.assign(answer, {
    fetch: answer,
    ready: async () => {
      await store.open();
    },
    close: () => store.close(),
  });
}
