// Chromium, and what its DevTools protocol tells of a page: the CPU time of the main thread, the heap, the DOM.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../scripts/test/browsers.js';

/** @typedef {import('playwright-core').Page} Page */

async function launchOptions() {
  const { executable, environment } = await findChromium();
  const env = /** @type {Record<string, string>} */ ({ ...(environment ?? process.env) });
  return { executablePath: executable, args: chromiumFlags, env };
}

export async function launchChromium() {
  return chromium.launch(await launchOptions());
}

/** With a profile on disk, as a reader has it: without one, what is stored stays in memory. */
export async function launchWithProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-bench-'));
  const context = await chromium.launchPersistentContext(folder, await launchOptions());
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, close };
}

/* global requestAnimationFrame -- in the page */
/** Defines in the page what the measurements call. Runs in the page. */
function equipPage() {
  /** Resolves once the next frame is painted: a message sent before painting arrives after it. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      });
    });
  let longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  }).observe({ type: 'longtask' });
  const takeLongestTask = () => {
    const longest = longestTask;
    longestTask = 0;
    return longest;
  };
  Object.assign(globalThis, { painted, takeLongestTask });
}

/**
 * A page in a process of its own, so that nothing is warm from the page before, and with a storage of its own in memory.
 * @param {import('playwright-core').Browser} browser @param {string} url @param {{ slowdown?: number }} [options]
 */
export async function openPage(browser, url, options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const opened = await openTab(context, url, options);
  return { ...opened, close: () => context.close() };
}

/** @param {import('playwright-core').BrowserContext} context @param {string} url @param {{ slowdown?: number }} [options] */
export async function openTab(context, url, { slowdown = 1 } = {}) {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`\n${String(error)}`));
  await page.addInitScript(equipPage);
  await page.goto(url);
  const devtools = await context.newCDPSession(page);
  // Thread ticks are CPU time: waiting for another process does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (slowdown > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

  const cpu = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  return {
    page,
    devtools,
    /** Milliseconds of CPU time that the main thread needs for the work. @param {() => Promise<unknown>} work */
    async cpuOf(work) {
      const before = await cpu();
      await work();
      return (await cpu()) - before;
    },
    /** Bytes and nodes in use, after collecting garbage. */
    async memory() {
      for (let pass = 0; pass < 2; pass++) await devtools.send('HeapProfiler.collectGarbage');
      const usage = /** @type {{ usedSize: number, embedderHeapUsedSize?: number }} */ (
        await devtools.send('Runtime.getHeapUsage')
      );
      const { nodes } = await devtools.send('Memory.getDOMCounters');
      return { script: usage.usedSize, dom: usage.embedderHeapUsedSize ?? NaN, nodes };
    },
    close: () => page.close(),
  };
}
