// A browser with a profile on disk, which can be killed as a power cut or a crash would.
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium, findFirefox } from '../test/browsers.js';

/** @typedef {{ article: string, id: string, score: number, castAt: string }} Kept */

/**
 * @param {'chrome' | 'firefox'} name
 * @param {string} profile a folder that outlives the browser
 */
export async function startBrowser(name, profile) {
  const found = name === 'chrome' ? await findChromium() : findFirefox();
  if (!found) return undefined;
  // Puppeteer looks for the preferences that it wrote itself, and a killed browser may not have kept them.
  if (name === 'firefox') appendFileSync(join(profile, 'user.js'), '');
  const browser = await puppeteer.launch({
    browser: name,
    executablePath: found.executable,
    userDataDir: profile,
    args: name === 'chrome' ? chromiumFlags : [],
    env: found.environment ?? process.env,
  });
  const program = browser.process();
  return {
    /** @param {string} url @param {(kept: Kept) => void} [acknowledge] called with each vote that was said to be kept */
    async open(url, acknowledge) {
      const page = await browser.newPage();
      if (acknowledge) await page.exposeFunction('acknowledge', acknowledge);
      await page.goto(url);
      await page.waitForFunction('globalThis.votes !== undefined');
      return page;
    },
    /** Ends all of its processes at once, without a chance to write anything down. */
    async kill() {
      if (!program?.pid) return;
      const ended = once(program, 'exit');
      process.kill(-program.pid, 'SIGKILL');
      await ended;
      // Puppeteer puts a Firefox profile's preferences back when it learns of the end, and tells nobody when it is done.
      if (name === 'firefox') await new Promise((resolve) => setTimeout(resolve, 1500));
    },
    close: () => browser.close(),
  };
}

/**
 * Votes on fresh articles, one after the other, until the page goes; two in five votes are changed while under way.
 * Runs in the page.
 * @param {string} prefix @param {number} pause
 */
export async function voteForEver(prefix, pause) {
  const scope = /** @type {any} */ (globalThis);
  /** @param {number} milliseconds */
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  /** @param {string} article */
  const cast = async (article) => {
    const vote = await scope.votes.cast({ article, score: 1 + Math.floor(Math.random() * 5), max: 5 });
    if (vote.durable) scope.acknowledge({ article, id: vote.id, score: vote.score, castAt: vote.castAt });
  };
  for (let n = 0; ; n++) {
    await cast(`${prefix} ${n}`);
    if (Math.random() < 0.4) {
      await wait(Math.random() * 30);
      await cast(`${prefix} ${n}`);
    }
    await wait(Math.random() * pause);
  }
}

/**
 * The votes that are neither held by the endpoint nor waiting on the page. A vote held with a later time of cast is a
 * change whose acknowledgement was lost in a crash.
 * @param {Iterable<Kept>} kept @param {Iterable<{ article: string, castAt: string, id: string }>} found
 */
export function missing(kept, found) {
  /** @type {Map<string, { castAt: string }>} */
  const latest = new Map();
  for (const vote of found) {
    const before = latest.get(vote.article);
    if (!before || before.castAt < vote.castAt) latest.set(vote.article, vote);
  }
  return [...kept].filter(({ article, castAt }) => !((latest.get(article)?.castAt ?? '') >= castAt));
}
