import { configure } from './configuration.js';

const fileOf = (url = '') => url.replace(/[?#].*/, '').replace(/.*\//, '');

/**
 * Reads the page's defaults from the script tag's `data-*`. A module has no `document.currentScript`, so its tag is
 * found by its address, or, where a CDN sent the browser on to another, by the file's name; a tag that the host has taken
 * out again cannot be found, and nothing is set.
 */
export function configureFromScriptTag(moduleUrl?: string): void {
  const scripts = [...document.querySelectorAll('script')];
  const script =
    document.currentScript ??
    scripts.find(({ src }) => src === moduleUrl) ??
    scripts.find(({ src }) => src && fileOf(src) === fileOf(moduleUrl));
  if (!(script instanceof HTMLElement)) return;
  const { endpoint, protocol, credentials, voter, storage, maxAge } = script.dataset;
  const given = { endpoint, protocol, credentials, voter, storage, maxAge: maxAge && Number(maxAge) };
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (Object.keys(changes).length > 0) configure(changes);
}
