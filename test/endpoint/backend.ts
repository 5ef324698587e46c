import { randomUUID } from 'node:crypto';

/** What a test asks a backend to be started with. */
export interface BackendOptions {
  allowOrigins?: string[];
  secret?: string[];
  rate?: number;
  trustProxy?: boolean;
}

/** Something that speaks the wire protocol at `/votes`. */
export interface Backend {
  send: (path: string, init?: RequestInit) => Promise<Response>;
  stop: () => Promise<void>;
}

export type StartBackend = (options?: BackendOptions) => Promise<Backend>;

export interface VoteBody {
  id: string;
  article: string;
  score: number;
  max: number;
  voter: string;
  castAt: string;
  token?: string;
}

export interface TallyAnswer {
  article: string;
  sum: number;
  count: number;
  histogram: number[];
}

/** Every test votes on articles of its own, so that all can share one database. */
export const freshArticle = (): string => `https://news.example/a/${randomUUID()}`;

export function voteBody(changes: Partial<VoteBody> & { article: string }): VoteBody {
  return { id: randomUUID(), score: 4, max: 5, voter: randomUUID(), castAt: new Date().toISOString(), ...changes };
}

export function postVote(backend: Backend, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return backend.send('/votes', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

export async function readJson<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

export async function talliesOf(backend: Backend, ...articles: string[]): Promise<TallyAnswer[]> {
  const query = new URLSearchParams(articles.map((article) => ['article', article]));
  const response = await backend.send(`/votes?${query}`);
  return (await readJson<{ tallies: TallyAnswer[] }>(response)).tallies;
}
