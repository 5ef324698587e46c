// What becomes of events when the endpoint is away and the browser dies: five trials, each with a profile of its own.
import { Profile } from '../../test/e2e/profile.js';
import { bundle } from '../bundle.js';
import { startSite } from '../site.js';
import { Samples } from '../statistics.js';
import { collectors } from '../subjects/collectors.js';
import { startCollector } from '../subjects/collector-server.js';

export const about =
  'Five events (twelve in the fourth trial) handed to each in Chromium with a profile on disk; how many of them arrived in time: within 20 s of the recovery in the first and the last trial, within 10 s of the new visit in the others. Where not all did, one more event is sent, as a later page view would, and what that brings is told in brackets. Copies are further arrivals of the same event; those of votes count once, by their id.';

/** @typedef {Awaited<ReturnType<typeof startCollector>>} Endpoint */
/** @typedef {import('playwright-core').Page} Page */
/**
 * @typedef {object} World
 * @property {Endpoint} endpoint
 * @property {() => Promise<Page>} open a tab
 * @property {() => Promise<void>} kill
 * @property {() => Promise<void>} close the browser, as a reader does
 * @property {(page: Page, count: number) => Promise<void>} send
 */

const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const moment = 300;

/** Each leaves a tab open with the endpoint well again. @type {{ name: string, count: number, patience: number, copiesFollow?: true, run: (world: World) => Promise<Page> }[]} */
const trials = [
  {
    name: '503 for 3 s, then fine',
    count: 5,
    patience: 20_000,
    async run({ endpoint, open, send }) {
      const page = await open();
      endpoint.setMode('503');
      await send(page, 5);
      await pause(3000);
      endpoint.setMode('fine');
      return page;
    },
  },
  {
    name: 'unreachable, SIGKILL after 0.3 s, reopened',
    count: 5,
    patience: 10_000,
    async run({ endpoint, open, send, kill }) {
      const page = await open();
      endpoint.setMode('unreachable');
      await send(page, 5);
      await pause(moment);
      await kill();
      endpoint.setMode('fine');
      return open();
    },
  },
  {
    name: 'unreachable, closed properly, reopened',
    count: 5,
    patience: 10_000,
    async run({ endpoint, open, send, close }) {
      const page = await open();
      endpoint.setMode('unreachable');
      await send(page, 5);
      await pause(moment);
      await close();
      endpoint.setMode('fine');
      return open();
    },
  },
  {
    name: 'two tabs offline, closed, reopened',
    count: 12,
    patience: 10_000,
    async run({ endpoint, open, send, close }) {
      const tabs = [await open(), await open()];
      endpoint.setMode('unreachable');
      await tabs[0]?.context().setOffline(true);
      await Promise.all(tabs.map((tab) => send(tab, 6)));
      await pause(moment);
      await close();
      endpoint.setMode('fine');
      return open();
    },
  },
  {
    name: 'stored, connection dropped, three times',
    count: 5,
    patience: 20_000,
    copiesFollow: true,
    async run({ endpoint, open, send }) {
      const page = await open();
      endpoint.setMode('stored, then dropped', 3);
      await send(page, 5);
      return page;
    },
  },
];

/**
 * @param {import('../subjects/collectors.js').Collector} collector @param {(typeof trials)[number]} trial
 * @returns {Promise<{ delivered: number, later: number, copies: number }>}
 */
async function attempt({ source, worker }, { count, patience, copiesFollow, run }) {
  const endpoint = await startCollector();
  const scripts = { '/collector.js': await bundle(source), ...(worker && { '/worker.js': await bundle(worker) }) };
  const site = await startSite(scripts);
  const profile = new Profile();
  // Its browser is a process group of its own, and would outlive a benchmark that is given up.
  const giveUp = () => void profile.kill();
  process.once('exit', giveUp);
  let serial = 0;
  /** @type {import('playwright-core').BrowserContext | undefined} */
  let context;
  /** @type {World} */
  const world = {
    endpoint,
    async open() {
      context ??= await profile.open();
      if (worker) await context.grantPermissions(['background-sync'], { origin: new URL(site.url).origin });
      const page = await context.newPage();
      await page.goto(`${site.url}?collector=${encodeURIComponent(endpoint.url.replace(/\/$/, ''))}`);
      await page.evaluate(`import('/collector.js')`);
      return page;
    },
    async send(page, howMany) {
      const names = Array.from({ length: howMany }, () => `course-event-${++serial}-end`);
      await page.evaluate(`Promise.all(${JSON.stringify(names)}.map((name) => send(name)))`);
    },
    async kill() {
      await profile.kill();
      context = undefined;
    },
    async close() {
      if (context) await profile.close(context);
      context = undefined;
    },
  };
  try {
    const page = await run(world);
    await endpoint.arrived(count, patience);
    const delivered = endpoint.delivered();
    if (delivered < count) {
      await world.send(page, 1);
      await endpoint.arrived(count + 1, 5000);
    }
    // More copies may be on their way.
    else await pause(copiesFollow ? 8000 : 0);
    return {
      delivered,
      later: Math.max(delivered, endpoint.delivered() - (delivered < count ? 1 : 0)),
      copies: endpoint.copies(),
    };
  } finally {
    process.off('exit', giveUp);
    await profile.remove();
    site.close();
    endpoint.close();
  }
}

/** Most of the time they wait, so several take the course at once. */
const atOnce = 5;

/** @param {import('../run.js').Options} options @returns {Promise<import('../report.js').Result>} */
export async function run({ quick, progress }) {
  const samples = new Samples();
  const runs = (quick ? collectors.slice(0, 1) : collectors).flatMap((collector) =>
    trials.map((trial) => ({ collector, trial })),
  );
  /** @type {Map<string, string>} */
  const cells = new Map();
  const left = [...runs];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { collector, trial } = next;
      // That a browser cannot be started in time says nothing of the subject.
      const again = (/** @type {Error} */ error) => {
        if (error.name !== 'TimeoutError') throw error;
        return attempt(collector, trial);
      };
      const { delivered, later, copies } = await attempt(collector, trial).catch(again);
      progress(`${collector.name}: ${trial.name}: ${delivered} of ${trial.count}`);
      samples.add(collector, `${trial.name} (of ${trial.count})`, '', delivered);
      const more = [later > delivered && `${later} after the next event`, copies > 0 && `${copies} copies`].filter(
        Boolean,
      );
      cells.set(collector.name + trial.name, `${delivered}${more.length > 0 ? ` (${more.join(', ')})` : ''}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const figures = samples.figures();
  const own = collectors.find(({ kind }) => kind === 'ours');
  const lost = trials.reduce(
    (sum, { name, count }) =>
      sum +
      count -
      (figures.find(({ subject, measure }) => subject === own?.name && measure.startsWith(name))?.median ?? 0),
    0,
  );
  return {
    figures,
    tables: [
      {
        title: 'Delivered',
        columns: ['', ...trials.map(({ name, count }) => `${name} (of ${count})`)],
        rows: collectors.map(({ name }) => [name, ...trials.map((trial) => cells.get(name + trial.name) ?? '')]),
      },
    ],
    targets: [{ text: `events that ${own?.name ?? ''} did not deliver`, limit: 0, value: lost }],
    notes: [],
    drawn: trials.map(({ name, count }) => `${name} (of ${count})`),
  };
}
