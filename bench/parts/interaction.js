// A reader's first click on the fourth star, until the page shows it.
import { launchChromium, openPage } from '../browser.js';
import { interleave, ratioOf, Samples } from '../statistics.js';
import { floors, floorWithRadios, ours, oursReadOnly, oursVotable, peers } from '../subjects/ratings.js';
import { insert, siteFor } from '../subjects/show.js';

export const about =
  "A real mouse click on the fourth star of one rating in a fresh page: from the event's time stamp to the end of the frame that follows (waiting for the frame included), and the main thread's CPU time for the whole gesture, moving there included. Ours also keeps the vote and sends it.";

const subjects = [...floors, ...ours, ...peers].filter(
  ({ name, kind }) => !name.startsWith(oursReadOnly) && (kind !== 'floor' || name === floorWithRadios),
);

/** @typedef {import('../subjects/ratings.js').Subject} Subject */

/** @param {import('../run.js').Options} options @returns {Promise<import('../report.js').Result>} */
export async function run({ quick, progress }) {
  const samples = new Samples();
  const site = await siteFor(subjects);
  const browser = await launchChromium();

  /** @param {Subject} subject @param {number} slowdown @param {string} how */
  const measure = async (subject, slowdown, how) => {
    const opened = await openPage(browser, site.url, { slowdown });
    const { page } = opened;
    await page.evaluate(`import('${site.scriptOf(subject)}')`);
    await insert(page, subject, 1);
    const { x, y } = /** @type {{ x: number, y: number }} */ (
      await page.evaluate(`(() => {
        const element = document.querySelector('main').lastElementChild;
        const { left, top, width, height } = (${subject.stars ?? 'element'}).getBoundingClientRect();
        // Right of the star's middle, where those that take halves take the whole.
        return { x: left + width * 0.77, y: top + height / 2 };
      })()`)
    );
    await page.evaluate(`void (globalThis.shown = new Promise((resolve) => addEventListener('click', async ({ timeStamp }) =>
      resolve(await painted() - timeStamp), { capture: true, once: true })))`);
    // Whatever was left to do is done.
    await page.waitForTimeout(100);
    let shown = NaN;
    const cpu = await opened.cpuOf(async () => {
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
      shown = /** @type {number} */ (await page.evaluate('shown'));
      await page.waitForTimeout(100);
    });
    const value = await page.evaluate(
      `(() => { const element = document.querySelector('main').lastElementChild; return ${subject.value ?? 'element.value'}; })()`,
    );
    if (value !== 4)
      throw new Error(`${subject.name} has the value ${String(value)} after a click on the fourth star.`);
    samples.add(subject, `click to next paint${how}`, 'ms', shown);
    samples.add(subject, `CPU of the gesture${how}`, 'ms', cpu);
    await opened.close();
  };

  try {
    for (const [slowdown, how] of /** @type {const} */ ([
      [1, ''],
      [4, ', CPU slowed 4×'],
    ])) {
      const bounds = quick ? { seconds: 0, least: 1, most: 1 } : { seconds: 20, least: 5, most: 25 };
      await interleave(subjects, bounds, async (subject, round) => {
        progress(`${subject.name}${how}, round ${round + 1}`);
        await measure(subject, slowdown, how);
      });
    }
  } finally {
    await browser.close();
    site.close();
  }
  const figures = samples.figures();
  const measures = ['click to next paint', 'click to next paint, CPU slowed 4×'];
  return {
    figures,
    targets: measures.map((measure) => ({
      text: `${measure}, ${oursVotable}, beside the floor with radios`,
      limit: 1.2,
      value: ratioOf(figures, measure, oursVotable, floorWithRadios),
    })),
    notes: [],
  };
}
