import { page } from './page.js';
import { version } from './version.js';
import { warnOnce } from './warn.js';

/** Registers an element unless the page has it already: a second load is silent, a second version is told once. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (page.version !== version) warnOnce(`versions ${page.version} and ${version} on one page: the first stays.`);
  if (!customElements.get(tag)) customElements.define(tag, element);
}
