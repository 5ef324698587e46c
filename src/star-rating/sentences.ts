import { fill, formatNumber, type Plural } from '../shared/language.js';
import type { Delivery } from './delivery.js';
import type { Score } from './score.js';
import type { RatingWords } from './words.js';

/** Everything a rating says, in one language. */
export class Sentences {
  readonly words: RatingWords;
  readonly #tag: string;
  readonly #max: number;
  readonly #stars: string[] = [];

  constructor(words: RatingWords, tag: string, max: number) {
    this.words = words;
    this.#tag = tag;
    this.#max = max;
  }

  /** A star's name: its place, and on the five-star scale its meaning. */
  star(score: number): string {
    return (this.#stars[score] ??= this.#nameOf(score));
  }

  #nameOf(score: number): string {
    const meaning = this.#max === 5 && this.words.meanings[score - 1];
    return this.#scored(this.words.star, score) + (meaning ? `: ${meaning}` : '');
  }

  /** The lines about the tally. */
  lines(score: Score, isShort: boolean): string[] {
    const { total, ranking } = this.words;
    return (isShort ? ['{average} ({count})'] : [total, ranking]).map((text) => this.#counted(text, score));
  }

  /** Average, count and own vote, for those who do not see the stars. */
  whole(score: Score | undefined, own: number | null): string {
    return [score && this.#counted(this.words.tally, score), own && this.#scored(this.words.own, own)]
      .filter(Boolean)
      .join(' ');
  }

  /** The own vote and how far it has come. */
  delivery(delivery: Delivery, score: number): string {
    return `${this.#scored(this.words.own, score)} ${this.words.delivery[delivery]}`;
  }

  #scored(text: string | Plural, score: number): string {
    return fill(text, { score, max: this.#max }, this.#tag, score);
  }

  #counted(text: string | Plural, { average, sum, count }: Score): string {
    // The seed writes a bare 0 where nobody has voted.
    const values = { average: formatNumber(average, this.#tag, count ? 1 : 0), max: this.#max, sum, count };
    return fill(text, values, this.#tag, count);
  }
}

const spoken = new Map<string, Sentences>();

/** The same for all ratings of a page that speak alike, so that a thousand do not name their stars a thousand times. */
export function sentencesIn(words: RatingWords, tag: string, max: number): Sentences {
  const key = `${tag} ${max}`;
  const known = spoken.get(key);
  if (known?.words === words) return known;
  const sentences = new Sentences(words, tag, max);
  spoken.set(key, sentences);
  return sentences;
}
