import { configure } from './configuration.js';

const settings = ['endpoint', 'protocol', 'credentials', 'voter', 'storage', 'maxAge'];

/**
 * Reads the page's defaults from the script tag's `data-*`. A module has no `document.currentScript`, so its tag is
 * found by its address, or, where a CDN sent the browser on to another, by the file's name; a tag that the host has taken
 * out again cannot be found, and nothing is set.
 */
export function configureFromScriptTag(moduleUrl = ''): void {
  const scripts = [...document.querySelectorAll('script')];
  const file = URL.parse(moduleUrl)?.pathname.replace(/.*\//, '');
  const script =
    document.currentScript ??
    scripts.find(({ src }) => src === moduleUrl) ??
    scripts.find(({ src }) => file && src.includes(file));
  const given = Object.entries(script?.dataset ?? {}).filter(([name]) => settings.includes(name));
  configure(Object.fromEntries(given.map(([name, text]) => [name, name === 'maxAge' ? Number(text) : text])));
}
