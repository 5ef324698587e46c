import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Plural } from '../../src/shared/language.js';
import { scoreOf, type Score } from '../../src/star-rating/score.js';
import { sentencesIn, type Sentences } from '../../src/star-rating/sentences.js';
import { builtInWords, type RatingWords } from '../../src/star-rating/words.js';
import { ar } from '../../src/star-rating/words/ar.js';
import { de } from '../../src/star-rating/words/de.js';
import { es } from '../../src/star-rating/words/es.js';
import { fr } from '../../src/star-rating/words/fr.js';
import { id } from '../../src/star-rating/words/id.js';
import { ja } from '../../src/star-rating/words/ja.js';
import { ko } from '../../src/star-rating/words/ko.js';
import { pl } from '../../src/star-rating/words/pl.js';
import { pt } from '../../src/star-rating/words/pt.js';
import { th } from '../../src/star-rating/words/th.js';
import { zh } from '../../src/star-rating/words/zh.js';

const languages: Record<string, RatingWords> = { ...builtInWords, fr, de, es, pt, id, th, zh, ja, ko, ar, pl };
const vi = sentencesIn(builtInWords.vi, 'vi', 5);
const linesOf = (say: Sentences, score: Score | undefined) => say.lines(score, false).split('\n');
const tallyOf = (sum: number, count: number) => ({ average: count && sum / count, sum, count });

test("the seed's lines, exactly", () => {
  assert.deepEqual(linesOf(vi, tallyOf(17, 4)), [
    'Tổng số điểm của bài viết là: 17 trong 4 đánh giá',
    'Xếp hạng: 4,3 - 4 phiếu bầu',
  ]);
  assert.deepEqual(linesOf(vi, tallyOf(0, 0)), [
    'Tổng số điểm của bài viết là: 0 trong 0 đánh giá',
    'Xếp hạng: 0 - 0 phiếu bầu',
  ]);
  assert.equal(builtInWords.vi.invitation, 'Click để đánh giá bài viết');
});

test('short is average and count', () => {
  assert.equal(vi.lines({ average: 4.25, sum: 72, count: 17 }, true), '4,3 (17)');
  assert.equal(sentencesIn(builtInWords.en, 'en', 5).lines({ average: 4, sum: 4, count: 1 }, true), '4.0 (1)');
});

test('words go by their own rules, and bare numbers by those of the language around', () => {
  const strange = sentencesIn(builtInWords.en, 'en', 5, 'de');
  assert.deepEqual(linesOf(strange, tallyOf(4500, 1000)), [
    'Total score: 4,500 in 1,000 ratings',
    'Average: 4.5 - 1,000 votes',
  ]);
  assert.equal(strange.lines(tallyOf(4500, 1000), true), '4,5 (1.000)');
});

test('a line that nothing is known for holds its place', () => {
  assert.deepEqual(linesOf(vi, undefined), ['\u00a0', '\u00a0']);
});

test('a star is named with its place and, of five, its meaning', () => {
  assert.equal(vi.star(4), '4 sao trên 5: tốt');
  assert.equal(sentencesIn(builtInWords.vi, 'vi', 10).star(4), '4 sao trên 10');
});

test('average, count and own vote are one text', () => {
  assert.equal(vi.whole(tallyOf(17, 4), 5), 'Xếp hạng: 4,3 sao trên 5 - 4 phiếu bầu. Bạn đã chọn 5 sao.');
  assert.equal(vi.whole(tallyOf(0, 0), null), 'Xếp hạng: 0 sao trên 5 - 0 phiếu bầu.');
  assert.equal(
    sentencesIn(builtInWords.en, 'en', 5).whole(tallyOf(1, 1), 1),
    'Average: 1.0 star out of 5 - 1 vote. You chose 1 star.',
  );
  assert.equal(vi.whole(undefined, null), '');
});

test('an average given with a count makes the sum', () => {
  assert.deepEqual(scoreOf(undefined, 4.25, 4, 5), { average: 4.25, count: 4, sum: 17 });
  assert.equal(scoreOf(undefined, 4.25, null, 5), undefined);
});

test('Polish tells one, few and many apart', () => {
  const polish = sentencesIn(pl, 'pl', 5);
  const ranking = (count: number) => linesOf(polish, { average: 4, sum: 4 * count, count })[1];
  assert.match(ranking(1) ?? '', /1 głos$/);
  assert.match(ranking(3) ?? '', /3 głosy$/);
  assert.match(ranking(5) ?? '', /5 głosów$/);
  assert.match(ranking(22) ?? '', /22 głosy$/);
  assert.match(ranking(112) ?? '', /112 głosów$/);
});

test('Arabic has six forms', () => {
  const arabic = sentencesIn(ar, 'ar', 10);
  const forms = [0, 1, 2, 3, 11, 100].map(
    (count) => linesOf(arabic, { average: 4, sum: 4, count })[1]?.split(' - ')[1],
  );
  assert.equal(new Set(forms.map((form) => form?.replace(/[\d٠-٩]+/gu, '#'))).size, 6);
});

test('numbers are in the digits of the language', () => {
  assert.match(sentencesIn(ar, 'ar-EG', 5).lines(tallyOf(17, 4), true), /^٤٫٣ \(٤\)$/u);
  assert.equal(sentencesIn(de, 'de', 5).lines({ average: 4.5, sum: 5555, count: 1234 }, true), '4,5 (1.234)');
});

for (const [tag, words] of Object.entries(languages)) {
  test(`${tag} has a form for every number, and every place is filled`, () => {
    const counts = fc.oneof(fc.nat(200), fc.constantFrom(1000, 1e6, 2e6));
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), (count, score, max) => {
        const say = sentencesIn(words, tag, max);
        const all = [
          say.lines({ average: 1, sum: count, count }, false),
          say.star(score),
          say.whole(tallyOf(9, 3), score),
        ];
        for (const text of all) assert.doesNotMatch(text, /[{}]|undefined/);
      }),
    );
    const categories = new Set<string>(new Intl.PluralRules(tag).resolvedOptions().pluralCategories);
    for (const text of [words.total, words.ranking, words.star, words.own] as (string | Plural)[]) {
      if (typeof text !== 'object') continue;
      for (const category of Object.keys(text)) assert.ok(categories.has(category), `${tag} has no "${category}"`);
    }
    assert.equal(words.meanings.length, 5);
    assert.deepEqual(Object.keys(words.delivery).sort(), Object.keys(builtInWords.en.delivery).sort());
  });
}
