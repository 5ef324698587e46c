import { configure, patterns } from './configuration.js';

/**
 * Reads the page's defaults from the script tag's `data-*`. A module has no `document.currentScript`, so its tag is
 * found by its address, or, where a CDN sent the browser on to another, or an optimiser evaluates what it fetched, by the
 * file's name; of several tags for it, which runs once, all count. A tag that the host has taken out again cannot be found, and nothing is set.
 */
export function configureFromScriptTag(moduleUrl: string): void {
  const scripts = [...document.scripts];
  const file = moduleUrl.replace(/[?#].*/, '').replace(/.*\//, '');
  const settingsOn = (tags: HTMLScriptElement[]) =>
    tags.flatMap(({ dataset }) => Object.entries(dataset)).filter(([name]) => name in patterns);
  const own = settingsOn(scripts.filter((tag) => tag === document.currentScript || tag.src === moduleUrl));
  const given = own[0] ? own : settingsOn(scripts.filter(({ src }) => file && src.includes(file)));
  configure(Object.fromEntries(given.map(([name, text]) => [name, name === 'maxAge' ? Number(text) : text])));
}
