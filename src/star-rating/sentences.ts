import { kept } from '../shared/kept.js';
import { fill, formatNumber, type Plural } from '../shared/language.js';
import type { Score } from './score.js';
import type { RatingWords } from './words.js';

/** Everything a rating says, in one language. */
export interface Sentences {
  words: RatingWords;
  tag: string;
  /** A star's name: its place, and on the five-star scale its meaning. */
  star: (score: number) => string;
  /** The reader's own vote. */
  own: (score: number) => string;
  /** The lines about the tally; blank ones until it is known, so that nothing moves once it is. */
  lines: (score: Score | undefined, isShort: boolean) => string;
  /** Average, count and own vote, for those who do not see the stars. */
  whole: (score: Score | undefined, own: number | null) => string;
}

const names = new Map<string, string>();

/**
 * @param tag - the language of the words
 * @param language - the one around, in which bare numbers are written
 */
export function sentencesIn(words: RatingWords, tag: string, max: number, language = tag): Sentences {
  const say = (text: string | Plural, count: number, values: Record<string, string | number>, by = tag) =>
    fill(text, { max, count, ...values }, by, count);
  // The seed writes a bare 0 where nobody has voted.
  const meanOf = ({ average, count }: Score, by = tag) => formatNumber(average, by, count ? 1 : 0);
  const own = (score: number) => say(words.own, score, { score });
  return {
    words,
    tag,
    own,
    // Named once for all ratings of a page that speak alike.
    star: (score) =>
      kept(names, [tag, words.label, score, max].join(), () =>
        [say(words.star, score, { score }), max === 5 && words.meanings[score - 1]].filter(Boolean).join(': '),
      ),
    lines: (score, isShort) => {
      const by = isShort ? language : tag;
      return (isShort ? ['{average} ({count})'] : [words.total, words.ranking])
        .map((text) => (score ? say(text, score.count, { sum: score.sum, average: meanOf(score, by) }, by) : '\u00a0'))
        .join('\n');
    },
    whole: (score, chosen) =>
      [
        score &&
          say(words.ranking, score.count, { average: say(words.star, score.average, { score: meanOf(score) }) }) + '.',
        chosen && own(chosen),
      ]
        .filter(Boolean)
        .join(' '),
  };
}
