// A nemesis for the outbox: tabs that vote without end, while tabs crash, the network goes, the browser is killed and the
// endpoint fails in every way. In the end every vote that was said to be kept must count, once.
//   npm run soak -- [--seconds=120] [--seed=1] [--tabs=5] [--pause=60] [--browser=chrome|firefox]
// Each tab votes every `pause` milliseconds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missing, startBrowser, voteForEver } from './browser.js';
import { modes, startSite } from './site.js';

/** @param {string} name @param {string} fallback */
const option = (name, fallback) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const seconds = Number(option('seconds', '120'));
const tabCount = Number(option('tabs', '5'));
const pause = Number(option('pause', '60'));
const name = /** @type {'chrome' | 'firefox'} */ (option('browser', 'chrome'));
const seed = Number(option('seed', String(Math.floor(Math.random() * 1e9))));
console.log(`seed ${seed}, ${seconds} s, ${tabCount} tabs, ${name}`);

/** Mulberry32: the same seed makes the same nemesis; what the browser makes of it differs. */
let state = seed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
/** @template Item @param {readonly Item[]} items */
const oneOf = (items) => /** @type {Item} */ (items[Math.floor(random() * items.length)]);
/** @param {number} milliseconds */
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const profile = mkdtempSync(join(tmpdir(), 'sao-widgets-soak-'));
const site = await startSite();
/** The last vote on each article that was said to be kept. @type {Map<string, import('./browser.js').Kept>} */
const kept = new Map();
const happened = { kills: 0, crashes: 0, offline: 0, modes: 0 };
let opened = 0;

async function launch() {
  const browser = await startBrowser(name, profile);
  if (!browser) throw new Error(`${name} is not installed.`);
  return browser;
}
/** @param {Awaited<ReturnType<typeof launch>>} browser */
async function openTab(browser) {
  const page = await browser.open(site.url, (vote) => kept.set(vote.article, vote));
  // Ends with its tab.
  page.evaluate(voteForEver, `tab ${opened++} article`, pause).catch(() => undefined);
  return page;
}

/** @type {boolean | undefined} */
let sound;
try {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const browser = await launch();
    /** @type {import('puppeteer-core').Page[]} */
    const tabs = [];
    while (tabs.length < tabCount) tabs.push(await openTab(browser));
    const life = Date.now() + 6000 + random() * 8000;
    while (Date.now() < Math.min(life, end)) {
      site.setMode(random() < 0.4 ? 'fine' : oneOf(modes));
      happened.modes++;
      await wait(200 + random() * 1000);
      if (random() < 0.2) {
        const index = Math.floor(random() * tabs.length);
        await tabs[index]?.close();
        tabs[index] = await openTab(browser);
        happened.crashes++;
      }
      if (name === 'chrome' && random() < 0.2) {
        const tab = oneOf(tabs);
        await tab.setOfflineMode(true);
        await wait(random() * 1000);
        await tab.setOfflineMode(false);
        happened.offline++;
      }
    }
    await browser.kill();
    happened.kills++;
  }

  const healing = Date.now();
  site.setMode('fine');
  const browser = await launch();
  const page = await browser.open(site.url);
  const pending = () => page.evaluate('votes.pending().then((waiting) => waiting.length)');
  const left = Number(await pending());
  const deadline = Date.now() + 240_000;
  while (Number(await pending()) > 0 && Date.now() < deadline) await page.evaluate('votes.flush()');
  const waiting = Number(await pending());
  await browser.close();

  const lost = missing(kept.values(), site.held.values());
  const wrong = [...site.held.values()].filter(({ article, id, score }) => {
    const vote = kept.get(article);
    return vote?.id === id && vote.score !== score;
  });
  const miscounted = site.miscounted();
  const copies = site.received.length - new Set(site.received).size;
  console.log(
    `${kept.size} articles voted on, ${site.received.length} requests, ${copies} of them copies; ${happened.kills} kills, ` +
      `${happened.crashes} tabs closed, ${happened.offline} times offline, ${happened.modes} changes of the endpoint; ` +
      `${left} left at the end, healed in ${((Date.now() - healing) / 1000).toFixed(1)} s`,
  );
  console.log(
    `lost ${lost.length}, wrong ${wrong.length}, still waiting ${waiting}, articles whose tally is not the recount ${miscounted.length}`,
  );
  for (const vote of lost.slice(0, 5)) console.log('lost:', JSON.stringify(vote));
  sound = lost.length + wrong.length + waiting + miscounted.length === 0 && kept.size > 0;
} finally {
  site.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
process.exitCode = sound ? 0 : 1;
