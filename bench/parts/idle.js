// What watching a session costs while nobody does anything.
import { readFileSync } from 'node:fs';
import { bundle } from '../bundle.js';
import { launchChromium, openPage } from '../browser.js';
import { startSite } from '../site.js';
import { Samples } from '../statistics.js';
import { sessions } from '../subjects/sessions.js';

export const about =
  "A minute of an open page, half an hour before the session's end, after it has settled; all at once, each in a browser of its own. Timers are the callbacks that ran (setTimeout, setInterval, requestAnimationFrame, requestIdleCallback); wake-ups are how often the page's main thread began to run again (Linux only), the browser's own included: compare with the empty page.";

/** Counts the callbacks of timers. Runs in the page, before its scripts. */
function countTimers() {
  const scope = /** @type {any} */ (globalThis);
  scope.timersFired = 0;
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const original = scope[name].bind(scope);
    scope[name] = (/** @type {unknown} */ callback, /** @type {unknown[]} */ ...rest) => {
      const counted = (/** @type {unknown[]} */ ...given) => {
        scope.timersFired++;
        return typeof callback === 'function' ? callback(...given) : undefined;
      };
      return original(counted, ...rest);
    };
  }
}

/** How often the process's main thread gave up the processor and was woken again. @param {number} id */
function wakeUpsOf(id) {
  try {
    return Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? NaN);
  } catch {
    return NaN;
  }
}

/** @param {(typeof sessions)[number]} subject @param {number} seconds @param {Samples} samples */
async function watch(subject, seconds, samples) {
  const site = await startSite({ '/session.js': await bundle(subject.source) });
  const browser = await launchChromium();
  try {
    const { page, devtools, cpuOf } = await openPage(browser, site.url);
    await page.addInitScript(countTimers);
    await page.reload();
    await page.evaluate(`import('/session.js')`);
    // Rendering, garbage collection and the browser's own first tasks are over.
    await page.waitForTimeout(8000);
    await devtools.send('HeapProfiler.collectGarbage');
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    // The browser may hold a spare one, which has done nothing yet.
    const renderers = processInfo
      .filter(({ type }) => type === 'renderer')
      .sort((one, other) => other.cpuTime - one.cpuTime);
    const renderer = renderers[0]?.id ?? NaN;
    const fired = () => /** @type {Promise<number>} */ (page.evaluate('timersFired'));
    const firedBefore = await fired();
    let wakeUps = 0;
    const cpu = await cpuOf(async () => {
      const before = wakeUpsOf(renderer);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      wakeUps = wakeUpsOf(renderer) - before;
    });
    const firedMeanwhile = (await fired()) - firedBefore;
    await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
    if ((await fired()) === firedBefore + firedMeanwhile) throw new Error('Timers are not counted.');
    samples.add(subject, 'timers that fired', '', firedMeanwhile);
    samples.add(subject, 'main-thread CPU', 'ms', cpu);
    samples.add(subject, "wake-ups of the page's main thread", '', wakeUps);
  } finally {
    await browser.close();
    site.close();
  }
}

/** @param {import('../run.js').Options} options @returns {Promise<import('../report.js').Result>} */
export async function run({ quick, progress }) {
  const samples = new Samples();
  const seconds = quick ? 5 : 60;
  progress(`watching ${sessions.length} pages for ${seconds} s`);
  await Promise.all(sessions.map((subject) => watch(subject, seconds, samples)));
  const order = sessions.map(({ name }) => name);
  const figures = samples.figures().sort((one, other) => order.indexOf(one.subject) - order.indexOf(other.subject));
  const value = figures.find(
    ({ subject, measure }) => subject === sessions[1]?.name && measure === 'timers that fired',
  );
  return {
    figures,
    targets: [
      { text: 'timers of the idle banner that fired between deadlines', limit: 0, value: value?.median ?? NaN },
    ],
    notes: [],
  };
}
