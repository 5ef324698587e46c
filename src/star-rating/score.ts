import type { Tally } from '../votes/vote.js';

/** What all readers gave, as shown. */
export interface Score {
  /** Exact; rounded only where it is written. */
  average: number;
  sum: number;
  count: number;
  /** Votes per star, from one star up. */
  votes?: number[] | undefined;
}

/** What the endpoint told, else what the page brought along; an average or a count alone says too little. */
export function scoreOf(
  tally: Tally | undefined,
  average: number | null,
  count: number | null,
  max: number,
): Score | undefined {
  if (tally) {
    const { sum, count, histogram } = tally;
    return { average: count && Math.min(sum / count, max), sum, count, votes: histogram };
  }
  return average === null || count === null
    ? undefined
    : { average: count && average, count, sum: Math.round(average * count) };
}
