import { fill, formatNumber } from '../shared/language.js';
import type { Delivery } from './delivery.js';
import type { Score } from './score.js';
import type { RatingWords } from './words.js';

/** Everything a rating says, in one language. */
export class Sentences {
  readonly #words: RatingWords;
  readonly #tag: string;
  readonly #max: number;

  constructor(words: RatingWords, tag: string, max: number) {
    this.#words = words;
    this.#tag = tag;
    this.#max = max;
  }

  /** A star's name: its place, and on the five-star scale its meaning. */
  star(score: number): string {
    const star = fill(this.#words.star, { score, max: this.#max }, this.#tag, score);
    const meaning = this.#max === 5 && this.#words.meanings[score - 1];
    return meaning ? fill(this.#words.meaningOfStar, { star, meaning }, this.#tag) : star;
  }

  /** The lines below the stars: total and count, average and count. */
  full(score: Score): string[] {
    const values = this.#values(score);
    return [this.#words.total, this.#words.ranking].map((text) => fill(text, values, this.#tag, score.count));
  }

  /** Average and count, as `4.3 (17)`. */
  short(score: Score): string {
    return fill('{average} ({count})', this.#values(score), this.#tag);
  }

  /** Average, count and own vote, for those who do not see the stars. */
  whole(score: Score | undefined, own: number | null): string {
    const tally =
      score &&
      (score.count ? fill(this.#words.tally, this.#values(score), this.#tag, score.count) : this.#words.noVotes);
    return [tally, own && this.own(own)].filter(Boolean).join(' ');
  }

  own(score: number): string {
    return fill(this.#words.own, { score }, this.#tag, score);
  }

  /** The own vote and how far it has come; of a rejected one only why. */
  delivery(delivery: Delivery, score: number): string {
    const text = this.#words.delivery[delivery];
    return isRejection(delivery) ? text : `${this.own(score)} ${text}`;
  }

  /** The chart in words, from the most stars down. */
  histogram(votes: readonly number[]): string {
    const bars = votes.map((count, index) => fill('{star}: {count}', { star: index + 1, count }, this.#tag));
    return `${this.#words.histogram} – ${bars.reverse().join(', ')}`;
  }

  #values({ average, sum, count }: Score): Record<string, string | number> {
    // The seed writes a bare 0 where nobody has voted.
    return { average: formatNumber(average, this.#tag, count ? 1 : 0), max: this.#max, sum, count };
  }
}

function isRejection(delivery: Delivery): boolean {
  return delivery === 'refused' || delivery === 'already-voted' || delivery === 'expired';
}
