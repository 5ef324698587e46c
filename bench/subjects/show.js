// Puts subjects into a page and waits until they are there to be seen.
import { bundle } from '../bundle.js';
import { startSite } from '../site.js';

/** @typedef {import('./ratings.js').Subject} Subject */

const tallies = JSON.stringify({ tallies: [] });

/** A site with a script for each subject, that also answers every vote. @param {readonly Subject[]} subjects */
export async function siteFor(subjects) {
  /** @type {Record<string, string>} */
  const scripts = {};
  const paths = new Map();
  for (const { name, source } of subjects) {
    const path = `/${paths.size}.js`;
    paths.set(name, path);
    scripts[path] = await bundle(source);
  }
  const site = await startSite(scripts, (request, response) => {
    request.resume();
    const answer = request.method === 'POST' ? '{"sum":4,"count":1,"score":4}' : tallies;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer);
  });
  return { ...site, scriptOf: (/** @type {Subject} */ { name }) => String(paths.get(name)) };
}

/**
 * Inserts so many at once; resolves with the milliseconds until they are painted.
 * @param {import('../browser.js').Page} page @param {Subject} subject @param {number} count
 * @returns {Promise<number>}
 */
export function insert(page, { markup, prepare = '', complete = 'element.shadowRoot?.childElementCount' }, count) {
  const html = Array.from({ length: count }, (_, index) => markup(index)).join('');
  return page.evaluate(`(async () => {
    const main = document.querySelector('main');
    const html = ${JSON.stringify(html)};
    // A frame that has nothing to do with it is not waited for.
    await painted();
    const started = performance.now();
    main.innerHTML = html;
    ${prepare}
    const element = main.lastElementChild;
    let end;
    do end = await painted(); while (!(${complete}));
    return end - started;
  })()`);
}
