import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { tokenCheck } from './article-token.js';
import { clientAddress, clientNetwork, type Platform } from './client-address.js';
import { crossOriginPolicy } from './cross-origin.js';
import { dailyHash } from './daily-hash.js';
import { openApi } from './openapi.js';
import { settle, type EndpointOptions } from './options.js';
import { Problem } from './problem.js';
import { rateLimit } from './rate-limit.js';
import { readVote } from './read-vote.js';
import { openStore, type Store } from './store.js';
import { articleSchema } from './wire.js';

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

const mostArticles = 100;
/** Browsers ask again, so that a reader sees the own vote after a reload; a CDN in front may answer for 5 s. */
const cacheControl = 'public, max-age=0, s-maxage=5';

/** The vote endpoint, for any server that speaks `fetch`. */
export function createEndpoint(options: EndpointOptions = {}): Endpoint {
  const settings = settle(options);
  const policy = crossOriginPolicy(settings.allowOrigins);
  const mayBeVotedOn = tokenCheck(settings.secrets);
  const hash = dailyHash();
  const clientLimit = rateLimit(settings.rate);
  const articleLimit = rateLimit(settings.articleRate);

  let opening: Promise<Store> | undefined;
  const store = (): Promise<Store> => {
    opening ??= openStore(settings.database).catch((error: unknown) => {
      // The database may be back at the next request.
      opening = undefined;
      throw error;
    });
    return opening;
  };

  /** What only the database can do; where it cannot now, the client is asked to come again. */
  async function fromStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await work(await store());
    } catch (cause) {
      const detail = 'The votes cannot be reached right now. Nothing was counted; please try again.';
      throw new Problem(503, detail, { cause, headers: { 'Retry-After': '5' } });
    }
  }

  function refuseAfter(seconds: number, of: string): void {
    if (seconds === 0) return;
    const detail = `Too many votes for this ${of}. Please try again in ${seconds} s.`;
    throw new Problem(429, detail, { headers: { 'Retry-After': String(seconds) } });
  }

  async function limit(request: Request, platform: Platform, article: string): Promise<void> {
    const now = settings.now();
    if (settings.rate > 0) {
      const address =
        settings.clientAddress?.(request, platform) ?? clientAddress(request, platform, settings.trustProxy);
      refuseAfter(clientLimit(await hash(clientNetwork(address), now), now), 'client');
    }
    refuseAfter(articleLimit(article, now), 'article');
  }

  async function vote(request: Request, platform: Platform): Promise<Response> {
    if (!policy.mayVote(request))
      throw new Problem(403, `Pages of ${request.headers.get('Origin') ?? 'this origin'} may not vote here.`);
    const { vote, castAt } = await readVote(request);
    if (!(await mayBeVotedOn(vote.article, vote.token)))
      throw new Problem(403, 'The token is missing, or not signed for this article.');
    await limit(request, platform, vote.article);
    const reader = settings.signedIn ? await settings.signedIn(request) : vote.voter;
    if (reader === null) throw new Problem(401, 'Only signed-in readers may vote here.');
    if (settings.challenge && !(await settings.challenge(request, vote)))
      throw new Problem(403, 'The challenge was not met.');
    return fromStore(async (store) => {
      const { id, article, score, max } = vote;
      const held = await store.record({ id, article, score, max, voter: reader, castAt }, settings.now());
      const [tally] = await store.tallies([article]);
      return Response.json({ ...tally, score: held }, { headers: { 'Cache-Control': 'no-store' } });
    });
  }

  async function tallies(request: Request): Promise<Response> {
    const articles = new URL(request.url).searchParams.getAll('article');
    if (articles.length === 0 || articles.length > mostArticles)
      throw new Problem(400, `Ask for 1 to ${mostArticles} articles: ?article=…&article=….`);
    for (const article of articles) {
      const { error } = articleSchema.safeParse(article);
      if (error) throw new Problem(400, `article: ${error.issues[0]?.message ?? 'not valid'}`);
    }
    const found = await fromStore((store) => store.tallies(articles));
    return Response.json({ tallies: found }, { headers: { 'Cache-Control': cacheControl } });
  }

  const app = new Hono<{ Bindings: Platform }>({ strict: false });
  const routes = [settings.path, '/healthz', '/openapi.json'];

  app.use(async (context, next) => {
    const started = performance.now();
    if (context.req.method === 'OPTIONS') context.res = policy.preflight(context.req.raw);
    else await next();
    for (const [name, value] of Object.entries(policy.headers(context.req.raw))) context.header(name, value);
    const { error } = context;
    settings.onAnswer({
      method: context.req.method,
      route: routes.includes(context.req.path) ? context.req.path : 'other',
      status: context.res.status,
      milliseconds: performance.now() - started,
      problem: error instanceof Problem ? error.detail : undefined,
      error: error instanceof Problem && error.status < 500 ? undefined : (error?.cause ?? error),
    });
  });

  app.post(settings.path, ({ req, env }) => vote(req.raw, env));
  app.get(settings.path, etag(), ({ req }) => tallies(req.raw));
  app.get('/healthz', async () => {
    await fromStore((store) => store.check());
    return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });
  });
  app.get('/openapi.json', () => Response.json(openApi(settings.path)));
  for (const [route, allow] of [
    [settings.path, 'GET, HEAD, POST, OPTIONS'] as const,
    ...routes.slice(1).map((route) => [route, 'GET, HEAD, OPTIONS'] as const),
  ])
    app.all(route, ({ req }) => {
      throw new Problem(405, `${req.method} is not for ${route}.`, { headers: { Allow: allow } });
    });
  app.notFound(() => new Problem(404, `Votes are at ${settings.path}.`).toResponse());
  app.onError((error) =>
    (error instanceof Problem ? error : new Problem(500, 'Something went wrong here. Please try again.')).toResponse(),
  );

  const answer = async (request: Request, platform?: unknown) => app.fetch(request, platform ?? {});
  return Object.assign(answer, {
    fetch: answer,
    ready: async () => {
      await store();
    },
    close: async () => {
      const closing = opening;
      await (await closing?.catch(() => undefined))?.close();
    },
  });
}
