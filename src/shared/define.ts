import { page } from './page.js';
import { version } from './version.js';
import { warnOnce } from './warn.js';

/** Registers an element unless the page has it already: a second load is silent, a second version is told once. */
export function define(tag: string, element: CustomElementConstructor): void {
  // The newest of what the elements need; on a server they only become HTML.
  if ((globalThis as Partial<typeof globalThis>).document && !(URL as Partial<typeof URL> | undefined)?.parse) {
    warnOnce('no URL.parse: the browser is older than 2024, or the page has a URL of its own. The fallback stays.');
    return;
  }
  if (page.version !== version) warnOnce(`versions ${page.version} and ${version} on one page: the first stays.`);
  if (!customElements.get(tag)) customElements.define(tag, element);
}
