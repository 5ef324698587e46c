import { configure, patterns } from './configuration.js';

/**
 * Reads the page's defaults from the script tag's `data-*`. A module has no `document.currentScript`, so its tag is
 * found by its address, or, where a CDN sent the browser on to another, by the file's name; of several tags for it, which
 * runs once, all count. A tag that the host has taken out again cannot be found, and nothing is set.
 */
export function configureFromScriptTag(moduleUrl = ''): void {
  const scripts = [...document.scripts];
  const file = moduleUrl.replace(/[?#].*/, '').replace(/.*\//, '');
  const own = document.currentScript ? [document.currentScript] : scripts.filter(({ src }) => src === moduleUrl);
  const tags = own[0] ? own : scripts.filter(({ src }) => file && src.includes(file));
  const given = tags.flatMap(({ dataset }) => Object.entries(dataset)).filter(([name]) => name in patterns);
  configure(Object.fromEntries(given.map(([name, text]) => [name, name === 'maxAge' ? Number(text) : text])));
}
