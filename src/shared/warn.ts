import { page } from './page.js';

/**
 * Says something to the webmaster, once per page and wording, however many elements have the same trouble.
 * @returns whether it was said now
 */
export function warnOnce(message: string, level: 'warn' | 'error' = 'warn'): boolean {
  if (page.said.has(message)) return false;
  page.said.add(message);
  // Some pages have a console of their own, which knows less.
  (console as Partial<Console>)[level]?.(`sao-widgets: ${message}`);
  return true;
}

/** The same about one attribute, named as its property is: which element, which attribute, what it was, and what to do. */
export function warnAboutAttribute(element: Element, property: string, advice: string, level?: 'error'): void {
  const attribute = property.replace(/[A-Z]/g, '-$&').toLowerCase();
  const value = element.getAttribute(attribute);
  const shown = value === null ? attribute : `${attribute}="${value}"`;
  warnOnce(`<${element.localName}> ${shown}: ${advice}`, level);
}
