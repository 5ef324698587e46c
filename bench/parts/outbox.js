// How long until a vote is safe, as the queue grows, and how quickly a queue is delivered.
import { bundle } from '../bundle.js';
import { launchWithProfile, openTab } from '../browser.js';
import { startSite } from '../site.js';
import { interleave, ratioOf, Samples } from '../statistics.js';

export const about =
  'From calling until the vote is kept, each subject in a page of its own, with its own database on disk, in turns of a few votes, while the endpoint answers 503, so that what was cast waits (with none waiting at first, those of the measurement wait). In a click handler Chromium paints the next frame before it delivers the end of a transaction. Draining: until the last of so many votes is confirmed by an endpoint that answers in 5 ms.';

/** @typedef {{ name: string, kind: import('../statistics.js').Kind, keeper: string }} Subject */
/** @typedef {Awaited<ReturnType<typeof openKeeper>>} Opened */

const floor = { name: 'floor: one strict put', kind: /** @type {const} */ ('floor'), keeper: 'barePut' };
const ours = { name: 'sao-widgets/votes.js', kind: /** @type {const} */ ('ours'), keeper: 'ours' };
const workbox = { name: 'Workbox Queue', kind: /** @type {const} */ ('peer'), keeper: 'workbox' };
const array = { name: 'array in localForage', kind: /** @type {const} */ ('peer'), keeper: 'localForageArray' };
const bareFetch = { name: 'floor: fetch, six at once', kind: /** @type {const} */ ('floor'), keeper: '' };
const keepers = [floor, ours, workbox, array];

const perTurn = 8;
const settled = 60;
const called = 'cast to kept';
const clicked = 'cast to kept, in a click handler';
const waiting = (/** @type {number} */ size) => `, ${size.toLocaleString('en')} waiting`;

/** A site, so an origin with its own storage, whose endpoint is away until it is told to answer. @param {string} script */
async function startEndpoint(script) {
  let away = true;
  const site = await startSite({ '/keepers.js': script }, (request, response) => {
    request.resume();
    const answer = () =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"sum":4,"count":1,"score":4}');
    if (away) response.writeHead(503).end();
    else setTimeout(answer, 5);
  });
  return { ...site, setAway: (/** @type {boolean} */ is) => void (away = is) };
}

/** @param {import('playwright-core').BrowserContext} context @param {string} script @param {Subject} subject */
async function openKeeper(context, script, { keeper }) {
  const endpoint = await startEndpoint(script);
  const opened = await openTab(context, endpoint.url);
  // The button is the whole page, so that a click anywhere finds it.
  await opened.page.evaluate(`(async () => {
    await import('/keepers.js');
    globalThis.keeper = globalThis.keepers['${keeper}']?.();
    globalThis.serial = 0;
    globalThis.keepOne = async () => {
      const vote = { article: 'measured ' + serial++, score: 4 };
      const started = performance.now();
      await keeper.keep(vote);
      return performance.now() - started;
    };
    const button = document.createElement('button');
    button.style.cssText = 'position: fixed; inset: 0';
    button.onclick = () => (globalThis.kept = keepOne());
    document.body.append(button);
  })()`);
  const close = async () => {
    await opened.close();
    endpoint.close();
  };
  return { page: opened.page, setAway: endpoint.setAway, close };
}

/** @param {Opened} opened @returns {Promise<number[]>} */
async function keepSome({ page }) {
  const times = await page.evaluate(`(async () => {
    const times = [];
    for (let n = 0; n < ${perTurn}; n++) times.push(await keepOne());
    return times;
  })()`);
  await page.waitForTimeout(settled);
  return /** @type {number[]} */ (times);
}

/** @param {Opened} opened */
async function keepByClicking({ page }) {
  /** @type {number[]} */
  const times = [];
  for (let n = 0; n < perTurn; n++) {
    await page.mouse.click(100, 100);
    times.push(/** @type {number} */ (await page.evaluate('kept')));
  }
  await page.waitForTimeout(settled);
  return times;
}

/** @param {Opened} opened @param {string} drain @returns {Promise<{ took: number, longest: number }>} */
async function timeDraining({ page }, drain) {
  return page.evaluate(`(async () => {
    takeLongestTask();
    const started = performance.now();
    await ${drain};
    const took = performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { took, longest: takeLongestTask() };
  })()`);
}

/** @param {import('../run.js').Options} options @returns {Promise<import('../report.js').Result>} */
export async function run({ quick, progress }) {
  const samples = new Samples();
  const sizes = quick ? [0, 100] : [0, 100, 1000, 10_000];
  const script = await bundle(`import './pages/keepers.js';`);
  const browser = await launchWithProfile();
  const drain = 'time to drain 1,000';
  const longestTask = `longest task while draining ${(sizes.at(-1) ?? 0).toLocaleString('en')} (0: none above 50 ms)`;
  try {
    /** @type {Map<Subject, Opened>} */
    const pages = new Map();
    for (const subject of keepers) {
      const opened = await openKeeper(browser.context, script, subject);
      // The first opens the database, and learns that the endpoint is away.
      await keepSome(opened);
      pages.set(subject, opened);
    }
    let stored = 0;
    for (const size of sizes) {
      for (const [{ name }, { page }] of pages) {
        progress(`${name}: filling to ${size}`);
        if (size > stored) await page.evaluate(`keeper.fill(${size - stored})`);
        await page.waitForTimeout(settled);
      }
      stored = size;
      const bounds = quick ? { seconds: 0, least: 1, most: 1 } : { seconds: 7, least: 3, most: 12 };
      await interleave(keepers, bounds, async (subject, round) => {
        progress(`${subject.name}${waiting(size)}, round ${round + 1}`);
        const opened = /** @type {Opened} */ (pages.get(subject));
        // Pages behind others paint when they like.
        await opened.page.bringToFront();
        await opened.page.waitForTimeout(settled);
        samples.add(subject, called + waiting(size), 'ms', ...(await keepSome(opened)));
        samples.add(subject, clicked + waiting(size), 'ms', ...(await keepByClicking(opened)));
      });
    }
    for (const [subject, opened] of pages) if (subject !== ours) await opened.close();

    progress(`draining ${stored}`);
    const full = /** @type {Opened} */ (pages.get(ours));
    // Counting them reads them all, which is no part of draining.
    const count = /** @type {number} */ (await full.page.evaluate('keeper.count()'));
    full.setAway(false);
    const { took, longest } = await timeDraining(full, `keeper.drain(${count})`);
    samples.add(ours, longestTask, 'ms', longest);
    samples.add(ours, `time to drain ${stored.toLocaleString('en')}`, 'ms', took);
    await full.close();

    const drainBounds = quick ? { seconds: 0, least: 1, most: 1 } : { seconds: 25, least: 1, most: 3 };
    await interleave([bareFetch, ours, workbox], drainBounds, async (subject, round) => {
      progress(`${subject.name}: draining 1,000, round ${round + 1}`);
      const opened = await openKeeper(browser.context, script, subject);
      if (subject !== bareFetch) await opened.page.evaluate('keeper.fill(1000)');
      opened.setAway(false);
      const drained = await timeDraining(opened, subject === bareFetch ? 'bareFetch(1000)' : 'keeper.drain(1000)');
      samples.add(subject, drain, 'ms', drained.took);
      await opened.close();
    });

    const figures = samples.figures();
    return {
      figures,
      targets: [
        ...[called, clicked].flatMap((measure) =>
          sizes.map((size) => ({
            text: `${measure}${waiting(size)}, beside a bare strict put`,
            limit: 1.3,
            value: ratioOf(figures, measure + waiting(size), ours.name, floor.name),
          })),
        ),
        { text: longestTask, limit: 50, value: longest },
      ],
      notes: [],
      drawn: [
        ...sizes.map((size) => called + waiting(size)),
        ...sizes.slice(-1).map((size) => clicked + waiting(size)),
        drain,
      ],
    };
  } finally {
    await browser.close();
  }
}
