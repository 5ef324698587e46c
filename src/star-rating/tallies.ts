import { kept } from '../shared/kept.js';
import { page } from '../shared/page.js';
import type { Tally } from '../votes/vote.js';

/** The protocol allows as many articles in one request. */
const mostArticles = 100;
/** A frame or so: what is added meanwhile shares the request. A timer, because hidden pages paint no frames. */
const gathering = 20;
const patience = 15_000;

/** By endpoint, the request that articles can still be added to, and what it will tell. */
const gathered = new Map<string, [articles: string[], tallies: Promise<Tally[]>]>();

/**
 * Asks for an article's tally, together with all that are asked for in the same frame; nothing where the endpoint told
 * nothing of use.
 */
export async function askForTally(endpoint: string, article: string): Promise<Tally | undefined> {
  const [articles, tallies] = kept(gathered, endpoint, () => {
    const articles: string[] = [];
    return [articles, askForAll(endpoint, articles)];
  });
  if (articles.push(article) === mostArticles) gathered.delete(endpoint);
  return (await tallies).find((tally) => tally.article === article);
}

async function askForAll(endpoint: string, articles: string[]): Promise<Tally[]> {
  await new Promise((resolve) => setTimeout(resolve, gathering));
  gathered.delete(endpoint);
  try {
    const { credentials = 'omit', headers = {} } = page.configuration;
    const url = new URL(endpoint);
    for (const article of articles) url.searchParams.append('article', article);
    const response = await fetch(url.href, {
      credentials,
      // A copy from before the reader's own vote would take it back in front of their eyes; asking again costs a 304.
      cache: 'no-cache',
      headers: typeof headers === 'function' ? await headers() : headers,
      signal: AbortSignal.timeout(patience),
    });
    const { tallies } = (await response.json()) as { tallies: Tally[] };
    return tallies.filter(({ sum, count }) => sum >= 0 && count >= 0);
  } catch {
    // Without its tally a rating can still be used; the next one added asks again.
    return [];
  }
}
