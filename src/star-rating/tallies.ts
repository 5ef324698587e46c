import { page } from '../shared/page.js';
import type { Tally } from '../votes/vote.js';

/** What this page knows of one article; `undefined` until the endpoint told. */
interface Entry {
  tally: Tally | undefined;
  readonly watchers: Set<() => void>;
  /** Whether it is asked for, or about to be. */
  asked: boolean;
}

/** The protocol allows as many articles in one request. */
const mostArticles = 100;
/** Common servers refuse longer request lines with 414. */
const longestUrl = 8000;
/** A frame or so: what is added meanwhile shares the request. A timer, because hidden pages paint no frames. */
const gathering = 20;
const patience = 15_000;

const endpoints = new Map<string, Map<string, Entry>>();
const waiting = new Map<string, string[]>();

function entryOf(endpoint: string, article: string): Entry {
  const entries = endpoints.get(endpoint) ?? new Map<string, Entry>();
  endpoints.set(endpoint, entries);
  let entry = entries.get(article);
  if (!entry) entries.set(article, (entry = { tally: undefined, watchers: new Set(), asked: false }));
  return entry;
}

/** The tally of an article as far as this page knows it. */
export function knownTally(endpoint: string, article: string): Tally | undefined {
  return endpoints.get(endpoint)?.get(article)?.tally;
}

/** Whether the endpoint's answer is still to come. */
export function isTallyComing(endpoint: string, article: string): boolean {
  return endpoints.get(endpoint)?.get(article)?.asked ?? false;
}

/** Asks for an article's tally unless the page has it, and calls back after each change; returns how to stop. */
export function watchTally(endpoint: string, article: string, onChange: () => void): () => void {
  const entry = entryOf(endpoint, article);
  entry.watchers.add(onChange);
  if (!entry.tally && !entry.asked) {
    entry.asked = true;
    const articles = waiting.get(endpoint);
    if (articles) articles.push(article);
    else {
      waiting.set(endpoint, [article]);
      setTimeout(() => askAll(endpoint), gathering);
    }
  }
  return () => entry.watchers.delete(onChange);
}

/** Keeps what the endpoint answered to a vote: newer than anything asked for before. */
export function keepTally(endpoint: string, tally: Tally): void {
  settle(entryOf(endpoint, tally.article), tally);
}

function settle(entry: Entry, tally: Tally | undefined): void {
  entry.asked = false;
  if (tally) entry.tally = tally;
  for (const watcher of [...entry.watchers]) watcher();
}

function askAll(endpoint: string): void {
  const articles = waiting.get(endpoint) ?? [];
  waiting.delete(endpoint);
  let url = new URL(endpoint);
  let asked: string[] = [];
  const send = () => void ask(endpoint, url, asked);
  for (const article of articles) {
    const longer = new URL(url);
    longer.searchParams.append('article', article);
    if (asked.length > 0 && (asked.length === mostArticles || longer.href.length > longestUrl)) {
      send();
      url = new URL(endpoint);
      asked = [];
      url.searchParams.append('article', article);
    } else url = longer;
    asked.push(article);
  }
  send();
}

async function ask(endpoint: string, url: URL, articles: string[]): Promise<void> {
  let tallies: unknown[] = [];
  try {
    const { credentials = 'omit', headers } = page.configuration;
    const response = await fetch(url, {
      credentials,
      headers: (typeof headers === 'function' ? await headers() : headers) ?? {},
      signal: AbortSignal.timeout(patience),
    });
    const body = (await response.json()) as { tallies?: unknown } | null;
    if (response.ok && Array.isArray(body?.tallies)) tallies = body.tallies as unknown[];
  } catch {
    // Without its tally a rating can still be used; the next one added asks again.
  }
  for (const article of articles) {
    const entry = entryOf(endpoint, article);
    // An answer to a vote that came meanwhile is newer.
    const told = entry.tally ?? tallies.find((tally): tally is Tally => isTally(tally) && tally.article === article);
    settle(entry, told);
  }
}

function isTally(value: unknown): value is Tally {
  const { sum, count } = (value ?? {}) as Partial<Tally>;
  return isAmount(sum) && isAmount(count);
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
