// What it costs to put ratings and cards into a page.
import { launchChromium, openPage } from '../browser.js';
import { interleave, ratioOf, Samples } from '../statistics.js';
import { cards, floorCard, oursCard } from '../subjects/cards.js';
import {
  floor,
  floors,
  floorWithRadios,
  ours,
  oursReadOnly,
  oursVotable,
  peers,
  slRating,
} from '../subjects/ratings.js';
import { insert, siteFor } from '../subjects/show.js';
import { measureFeed } from '../subjects/feed.js';

export const about =
  'Ratings of 3.5 of 5, without words below, and cards with the same five fields, inserted at once into a fresh page in a process of its own. Main-thread CPU time by the DevTools protocol (thread ticks); wall time from insertion to the end of the frame that paints them, waiting for the frame included; memory after collecting garbage, per element.';

const ratings = [...floors, ...ours, ...peers];
const settled = 150;
/** On a machine so slow that this much time is gone, one round of the rest must do. */
const late = 120_000;

/** @typedef {import('../subjects/ratings.js').Subject} Subject */

/** @param {import('../run.js').Options} options @returns {Promise<import('../report.js').Result>} */
export async function run({ quick, progress }) {
  const started = performance.now();
  const samples = new Samples();
  const site = await siteFor([...ratings, ...cards]);
  const browser = await launchChromium();

  /** @param {Subject} subject @param {number} count @param {string} what @param {number} slowdown */
  const measure = async (subject, count, what, slowdown) => {
    const opened = await openPage(browser, site.url, { slowdown });
    const { page } = opened;
    const evaluation = await opened.cpuOf(() => page.evaluate(`import('${site.scriptOf(subject)}')`));
    await page.evaluate('painted()');
    const before = await opened.memory();
    let wall = NaN;
    const cpu = await opened.cpuOf(async () => {
      wall = await insert(page, subject, count);
      // Some draw in a later task.
      await page.waitForTimeout(settled);
    });
    samples.add(subject, `CPU, ${what}`, 'ms', cpu);
    samples.add(subject, `inserted to painted, ${what}`, 'ms', wall);
    if ((slowdown === 1 && what.startsWith('1,000')) || what === '100 cards') {
      const after = await opened.memory();
      const each = what.startsWith('1,000') ? 'rating' : 'card';
      samples.add(subject, `script evaluation, CPU, ${each}`, 'ms', evaluation);
      samples.add(subject, `JavaScript heap per ${each}`, 'B', (after.script - before.script) / count);
      const total = after.script + after.dom - before.script - before.dom;
      samples.add(subject, `heap, JavaScript and DOM, per ${each}`, 'B', total / count);
      samples.add(subject, `DOM heap per ${each}`, 'B', (after.dom - before.dom) / count);
      samples.add(subject, `DOM nodes per ${each}`, '', (after.nodes - before.nodes) / count);
    }
    await opened.close();
  };

  const plan = [
    { subjects: ratings, count: 1000, what: '1,000 ratings', slowdown: 1, seconds: 50 },
    { subjects: ratings, count: 100, what: '100 ratings', slowdown: 1, seconds: 20 },
    { subjects: ratings, count: 1, what: '1 rating', slowdown: 1, seconds: 15 },
    { subjects: ratings, count: 100, what: '100 ratings, CPU slowed 4×', slowdown: 4, seconds: 25 },
    { subjects: cards, count: 100, what: '100 cards', slowdown: 1, seconds: 10 },
    { subjects: cards, count: 100, what: '100 cards, CPU slowed 4×', slowdown: 4, seconds: 12 },
  ];
  try {
    for (const { subjects, count, what, slowdown, seconds } of plan) {
      const least = performance.now() - started > late ? 1 : 3;
      const bounds = quick ? { seconds: 0, least: 1, most: 1 } : { seconds, least, most: 15 };
      await interleave(subjects, bounds, async (subject, round) => {
        progress(`${what}, round ${round + 1}, ${subject.name}`);
        await measure(subject, count, what, slowdown);
      });
    }
    progress('200 cards of one feed');
    const feed = await measureFeed(browser, quick ? 1 : 3);
    feed.addTo(samples);
    const figures = samples.figures();
    const of = (/** @type {string} */ name) => `CPU, ${name}`;
    return {
      figures,
      targets: [
        ...[oursReadOnly, `${oursReadOnly}, modules with Lit`].map((name) => ({
          text: `CPU of 1,000 ${name}, beside the floor`,
          limit: 3,
          value: ratioOf(figures, of('1,000 ratings'), name, floor),
        })),
        ...[oursVotable, `${oursVotable}, modules with Lit`].map((name) => ({
          text: `CPU of 1,000 ${name}, beside the floor with radios`,
          limit: 2,
          value: ratioOf(figures, of('1,000 ratings'), name, floorWithRadios),
        })),
        ...[oursReadOnly, oursVotable].flatMap((name) => [
          {
            text: `CPU of 1,000 ${name}, beside sl-rating`,
            limit: 0.2,
            value: ratioOf(figures, of('1,000 ratings'), name, slRating),
          },
          ...['JavaScript heap per rating', 'heap, JavaScript and DOM, per rating'].map((measure) => ({
            text: `${measure}, ${name}, beside sl-rating`,
            limit: 0.5,
            value: ratioOf(figures, measure, name, slRating),
          })),
        ]),
        { text: 'requests for 200 cards of one feed', limit: 1, value: feed.requests },
        { text: 'longest task in ms with 200 cards of one feed, CPU slowed 4×', limit: 200, value: feed.longestTask },
      ],
      notes: [
        `100 ${oursCard} take ${ratioOf(figures, of('100 cards'), oursCard, floorCard).toFixed(1)} times the CPU of the hand-written card.`,
        'star-rating.js shows whole stars only: 3 of 5.',
      ],
      drawn: [
        'CPU, 1,000 ratings',
        'CPU, 100 ratings, CPU slowed 4×',
        'CPU, 100 cards',
        'inserted to painted, 1,000 ratings',
        'JavaScript heap per rating',
        'script evaluation, CPU, rating',
      ],
    };
  } finally {
    await browser.close();
    site.close();
  }
}
