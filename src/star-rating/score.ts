import type { Tally } from '../votes/vote.js';

/** What all readers gave, as shown. */
export interface Score {
  /** Exact; rounded only where it is written. */
  average: number;
  sum: number;
  count: number;
  histogram?: number[] | undefined;
}

/** The score that a tally means. */
export function scoreOfTally({ sum, count, histogram }: Tally, max: number): Score {
  return { average: count ? Math.min(sum / count, max) : 0, sum, count, histogram };
}

/** The score that the page brought along; an average or a count alone says too little. */
export function scoreGiven(average: number | null, count: number | null): Score | undefined {
  return average === null || count === null ? undefined : { average, count, sum: Math.round(average * count) };
}
