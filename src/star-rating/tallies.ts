import { page } from '../shared/page.js';
import type { Tally } from '../votes/vote.js';

/** Who wants an article's tally, and takes what the endpoint told: nothing where it told nothing of use. */
export interface TallyAsker {
  endpoint: string;
  article: string;
  onTally: (tally: Tally | undefined) => void;
}

/** The protocol allows as many articles in one request. */
const mostArticles = 100;
/** A frame or so: what is added meanwhile shares the request. A timer, because hidden pages paint no frames. */
const gathering = 20;
const patience = 15_000;

let wanted: TallyAsker[] = [];

/** Asks for an article's tally, together with all that are asked for in the same frame. */
export function askForTally(asker: TallyAsker): void {
  if (wanted.push(asker) === 1) setTimeout(askForAll, gathering);
}

function askForAll(): void {
  for (let [first] = wanted; first; [first] = wanted) {
    const { endpoint } = first;
    const batch = wanted.filter((asker) => asker.endpoint === endpoint).slice(0, mostArticles);
    wanted = wanted.filter((asker) => !batch.includes(asker));
    void ask(endpoint, batch);
  }
}

async function ask(endpoint: string, askers: TallyAsker[]): Promise<void> {
  let tallies: Tally[] = [];
  try {
    const { credentials = 'omit', headers = {} } = page.configuration;
    const url = new URL(endpoint);
    for (const { article } of askers) url.searchParams.append('article', article);
    const response = await fetch(url, {
      credentials,
      // A copy from before the reader's own vote would take it back in front of their eyes; asking again costs a 304.
      cache: 'no-cache',
      headers: typeof headers === 'function' ? await headers() : headers,
      signal: AbortSignal.timeout(patience),
    });
    const body = (await response.json()) as { tallies: Tally[] };
    tallies = body.tallies.filter(({ sum, count }) => sum >= 0 && count >= 0);
  } catch {
    // Without its tally a rating can still be used; the next one added asks again.
  }
  for (const { article, onTally } of askers) onTally(tallies.find((tally) => tally.article === article));
}
