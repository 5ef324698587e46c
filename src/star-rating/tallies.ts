import { page } from '../shared/page.js';
import type { Tally } from '../votes/vote.js';

/** What this page knows of one article. */
export interface KnownTally {
  /** `undefined` until the endpoint told. */
  tally?: Tally | undefined;
  /** Whether the endpoint's answer is still to come. */
  isComing: boolean;
  readonly watchers: Set<() => void>;
}

/** The protocol allows as many articles in one request. */
const mostArticles = 100;
/** A frame or so: what is added meanwhile shares the request. A timer, because hidden pages paint no frames. */
const gathering = 20;
const patience = 15_000;

const known = new Map<string, KnownTally>();
/** The articles to ask for, by endpoint. */
const wanted = new Map<string, string[]>();

/** What the page knows of an article. */
export function tallyOf(endpoint: string, article: string): KnownTally {
  const key = `${endpoint} ${article}`;
  const entry = known.get(key) ?? { isComing: false, watchers: new Set() };
  known.set(key, entry);
  return entry;
}

/** Asks for an article's tally, together with all that are asked for in the same frame. */
export function askForTally(endpoint: string, article: string): void {
  const entry = tallyOf(endpoint, article);
  if (entry.tally || entry.isComing) return;
  entry.isComing = true;
  if (!wanted.size) setTimeout(askForAll, gathering);
  wanted.set(endpoint, [...(wanted.get(endpoint) ?? []), article]);
}

/** Keeps what the endpoint told, and tells those who show it. */
export function keepTally(endpoint: string, article: string, tally: Tally | undefined): void {
  const entry = tallyOf(endpoint, article);
  entry.isComing = false;
  entry.tally = tally;
  for (const watcher of [...entry.watchers]) watcher();
}

function askForAll(): void {
  for (const [endpoint, articles] of wanted) {
    while (articles.length) void ask(endpoint, articles.splice(0, mostArticles));
  }
  wanted.clear();
}

async function ask(endpoint: string, articles: string[]): Promise<void> {
  let tallies: Tally[] = [];
  try {
    const { credentials = 'omit', headers } = page.configuration;
    const url = new URL(endpoint);
    for (const article of articles) url.searchParams.append('article', article);
    const response = await fetch(url, {
      credentials,
      // A copy from before the reader's own vote would take it back in front of their eyes; asking again costs a 304.
      cache: 'no-cache',
      headers: new Headers(typeof headers === 'function' ? await headers() : headers),
      signal: AbortSignal.timeout(patience),
    });
    const body = (await response.json()) as { tallies: Tally[] };
    tallies = body.tallies.filter(({ sum, count }) => sum >= 0 && count >= 0);
  } catch {
    // Without its tally a rating can still be used; the next one added asks again.
  }
  for (const article of articles) {
    // An answer to a vote that came meanwhile is newer.
    const { tally } = tallyOf(endpoint, article);
    keepTally(endpoint, article, tally ?? tallies.find((told) => told.article === article));
  }
}
