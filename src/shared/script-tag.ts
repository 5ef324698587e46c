import { configure } from './configuration.js';

/**
 * Reads the page's defaults from the script tag's `data-*`. A module has no `document.currentScript`, so its tag is
 * found by its address; a tag that the host has taken out again cannot be found, and nothing is set.
 */
export function configureFromScriptTag(moduleUrl?: string): void {
  const script =
    document.currentScript ?? [...document.querySelectorAll('script')].find((candidate) => candidate.src === moduleUrl);
  if (!(script instanceof HTMLElement)) return;
  const { endpoint, protocol, credentials, voter, storage, maxAge } = script.dataset;
  const given = { endpoint, protocol, credentials, voter, storage, maxAge: maxAge && Number(maxAge) };
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (Object.keys(changes).length > 0) configure(changes);
}
