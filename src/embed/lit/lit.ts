/**
 * What the self-contained files have in place of Lit: the part of it that our elements use, under the same names, in a
 * third of the bytes and without `innerHTML`. See docs/decisions/0002.
 */
export { LitElement } from './element.js';
export { nothing } from './parts.js';
export { html } from './template.js';

/** A style sheet for all that adopt it; a constructed one passes any policy. */
export function css(strings: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(strings.join(''));
  return sheet;
}
