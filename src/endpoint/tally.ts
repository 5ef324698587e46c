import type { Tally } from './wire.js';

/** So many votes gave this score, on a scale of so many stars. */
export interface ScoreCount {
  max: number;
  score: number;
  votes: number;
}

/** The length of a histogram that nobody has voted in: the widget's own number of stars. */
const usualMax = 5;

/** Where votes were given on several scales, the histogram has the longest. */
export function tallyOf(article: string, counts: ScoreCount[]): Tally {
  const given = counts.filter(({ votes }) => votes !== 0);
  const stars = given.length > 0 ? Math.max(...given.map(({ max }) => max)) : usualMax;
  const histogram = Array<number>(stars).fill(0);
  for (const { score, votes } of given) histogram[score - 1] = (histogram[score - 1] ?? 0) + votes;
  return {
    article,
    sum: histogram.reduce((sum, votes, index) => sum + votes * (index + 1), 0),
    count: histogram.reduce((count, votes) => count + votes, 0),
    histogram,
  };
}
