// 200 cards that show the articles of one feed, on a slow device.
import { readFileSync } from 'node:fs';
import { openPage } from '../browser.js';
import { startSite } from '../site.js';
import { spreadOf } from '../statistics.js';

const count = 200;
const item = (/** @type {unknown} */ _, /** @type {number} */ index) => ({
  id: String(index),
  url: `/article/${index}`,
  title: `The council decides on bridge number ${index} over the river`,
  summary: 'After two years of talks the town has a plan, a date and most of the money.',
  content_html: '<p>The ferry stays <em>until then</em>.</p><p>Work begins in spring.</p>',
  date_published: '2026-11-23T08:00:00Z',
  image: '/picture.svg',
});
const feed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'News',
  items: Array.from({ length: count }, item),
});

/** @param {import('playwright-core').Browser} browser @param {number} rounds */
export async function measureFeed(browser, rounds) {
  let requests = 0;
  const scripts = { '/card.js': readFileSync('dist/embed/sao-article-card.js', 'utf8') };
  const site = await startSite(scripts, (request, response) => {
    if (!request.url?.startsWith('/feed.json')) return void response.writeHead(404).end();
    requests++;
    response.writeHead(200, { 'Content-Type': 'application/feed+json' }).end(feed);
  });
  const cards = Array.from(
    { length: count },
    (_, n) => `<sao-article-card src="/feed.json" item="${n}"></sao-article-card>`,
  );
  /** @type {number[]} */
  const longest = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const { page, close } = await openPage(browser, site.url, { slowdown: 4 });
      longest.push(
        await page.evaluate(`(async () => {
          await import('/card.js');
          let loaded = 0;
          const all = new Promise((resolve) => {
            addEventListener('sao-load', () => ++loaded === ${count} && resolve());
            addEventListener('sao-error', ({ detail }) => { throw new Error(detail.message); });
          });
          document.querySelector('main').innerHTML = ${JSON.stringify(cards.join(''))};
          await all;
          await painted();
          await new Promise((resolve) => setTimeout(resolve, 300));
          return takeLongestTask();
        })()`),
      );
      await close();
    }
  } finally {
    site.close();
  }
  return {
    requests: requests / rounds,
    longestTask: spreadOf(longest).median,
    /** @param {import('../statistics.js').Samples} samples */
    addTo: (samples) =>
      samples.add(
        { name: 'sao-article-card', kind: 'ours' },
        'longest task, 200 cards of one feed, CPU slowed 4×',
        'ms',
        ...longest,
      ),
  };
}
