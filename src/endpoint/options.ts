import type { IncomingVote } from './wire.js';
import { OptionError } from './start-error.js';

/** What happened to one request, for logs and metrics; nothing in it tells who asked. */
export interface Answer {
  method: string;
  /** The path as far as the endpoint knows it, `other` else. */
  route: string;
  status: number;
  milliseconds: number;
  /** Why it was not answered as asked. */
  problem?: string | undefined;
  /** What went wrong inside, where something did. */
  error?: unknown;
}

export interface EndpointOptions {
  /** A file's path, `postgres://…`, or `:memory:`; default `votes.db`. */
  database?: string | undefined;
  /** Origins whose pages may vote, beside the endpoint's own; a list or one string with spaces. Default: all may. */
  allowOrigins?: string | string[] | undefined;
  /** Only articles with a token signed by this secret may be voted on; several while one replaces the other. */
  secret?: string | string[] | undefined;
  /** Votes a minute for one client address, 0 for none; default 60. */
  rate?: number | undefined;
  /** Votes a minute for one article, 0 (default) for none. */
  articleRate?: number | undefined;
  /**
   * How many proxies in front write `X-Forwarded-For`; true is one. Each adds the address it was asked from, so that the
   * client's stands that many entries from the end; without a proxy, clients would write it.
   */
  trustProxy?: boolean | number | undefined;
  /** The client's address, where the platform tells it in its own way. */
  clientAddress?: ((request: Request, platform: unknown) => string) | undefined;
  /** A last check of every vote, say of a captcha's answer in a header; false refuses it. */
  challenge?: ((request: Request, vote: IncomingVote) => boolean | Promise<boolean>) | undefined;
  /** The host's own sign-in: the reader's id, which takes the place of the body's; null where nobody is signed in. */
  signedIn?: ((request: Request) => string | null | Promise<string | null>) | undefined;
  /** Told of every answer; without it, what went wrong inside goes to the console. */
  onAnswer?: ((answer: Answer) => void) | undefined;
  /** Where votes are; default `/votes`. */
  path?: string | undefined;
  /** Milliseconds since 1970, for tests. */
  now?: (() => number) | undefined;
}

/** The options with every default in place. */
export interface Settings {
  database: string;
  allowOrigins: string[];
  secrets: string[];
  rate: number;
  articleRate: number;
  trustedProxies: number;
  clientAddress: ((request: Request, platform: unknown) => string) | undefined;
  challenge: EndpointOptions['challenge'];
  signedIn: EndpointOptions['signedIn'];
  onAnswer: (answer: Answer) => void;
  path: string;
  now: () => number;
}

/** An origin as browsers write it; a trailing slash is forgiven, a path is not. */
function origin(text: string): string {
  if (text === 'null') return text;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const { protocol = '', origin = '' } = url ?? {};
  // Hosts may have these in a URL; who writes them here means a list, or every host below one.
  if (!/^https?:$/.test(protocol) || url?.href !== `${origin}/` || /[,*]/.test(origin))
    throw new OptionError(
      `"${text}" is no origin. One looks like https://partner.example, with no path; several have spaces between.`,
    );
  return origin;
}

/** The origins whose pages may vote; none where all may. */
export function listedOrigins(given: string | string[] = []): string[] {
  const list = [given].flat().flatMap((item) => item.split(/\s+/).filter(Boolean));
  return list.includes('*') ? [] : list.map(origin);
}

function votesAMinute(name: string, given: number): number {
  if (!Number.isInteger(given) || given < 0)
    throw new OptionError(`${name} is a whole number of votes a minute, 0 for no limit.`);
  return given;
}

function secrets(given: string | string[]): string[] {
  const list = [given].flat();
  if (list.includes(''))
    throw new OptionError('The secret is empty. Anybody could sign with it; leave it out instead.');
  return list;
}

export function settle(options: EndpointOptions): Settings {
  return {
    database: options.database ?? 'votes.db',
    allowOrigins: listedOrigins(options.allowOrigins),
    secrets: secrets(options.secret ?? []),
    rate: votesAMinute('rate', options.rate ?? 60),
    articleRate: votesAMinute('articleRate', options.articleRate ?? 0),
    trustedProxies: Number(options.trustProxy ?? 0),
    clientAddress: options.clientAddress,
    challenge: options.challenge,
    signedIn: options.signedIn,
    onAnswer: options.onAnswer ?? (({ error }) => error && console.error(error)),
    path: options.path ?? '/votes',
    now: options.now ?? Date.now,
  };
}
