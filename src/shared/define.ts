import { html, render } from 'lit';
import { page } from './page.js';
import { version } from './version.js';
import { warnOnce } from './warn.js';

/**
 * Registers an element unless the page has it already: a second load is silent, a second version is told once. Where the
 * host lets no template be made, the element stays undefined, and with it the host's fallback stays in sight.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (page.version !== version) {
    warnOnce(`this page loads versions ${page.version} and ${version}. The first stays; load only one of them.`);
  }
  if (customElements.get(tag)) return;
  if (!canRender()) {
    warnOnce(
      `<${tag}> shows its fallback, because the page's Trusted Types allow no template. ` +
        'Allow the policy "sao-widgets" (or "lit-html", where a bundler brought Lit).',
    );
    return;
  }
  customElements.define(tag, element);
}

let works: boolean | undefined;

function canRender(): boolean {
  // On a server there is nothing to render into; the classes are defined for whoever renders there.
  if (typeof document === 'undefined') return true;
  try {
    if (works === undefined) render(html`<br />`, document.createDocumentFragment());
    works = true;
  } catch {
    works = false;
  }
  return works;
}
