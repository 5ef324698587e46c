import { followable } from './links.js';

/** What an article's text needs; of everything else the words alone. */
const elements =
  'a abbr b bdi bdo blockquote br caption center cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr'.split(
    ' ',
  );
/**
 * Named one by one: a list of elements without attributes lets `style` pass, which loads what it names.
 * @see https://wicg.github.io/sanitizer-api/
 */
const attributes = 'alt colspan dir height href lang rowspan src title width'.split(' ');

/** What has no words for a reader, and what the standard does not allow to give way to its content. */
const wordless = 'script style title noscript iframe template html svg math'.split(' ');

interface Sanitizing {
  setHTML?: (html: string, options?: object) => void;
}

/** The one place that loads the sanitiser for browsers without `setHTML`: a file of its own, fetched at first need. */
const loadSanitizer = () => import('./sanitizer.js');

/**
 * Takes out what no one is to see anyway, but what a strict policy would report to the host as soon as it is parsed:
 * handlers and styles in attributes; and what costs an element its words. What gets through here the sanitiser removes.
 */
const quiet = (html: string) =>
  html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(?:on\w+|style|is)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ''));

/** Elements that are not allowed make way for their content, whatever they are called. */
function sanitizerOf(html: string): object {
  const names = [...html.matchAll(/<([a-z][^\s/>]*)/gi)].map(([, name = '']) => name.toLowerCase());
  const others = names.filter((name) => !elements.concat(wordless).includes(name));
  return { elements, replaceWithChildrenElements: new Set(others), attributes, comments: false };
}

/**
 * The HTML in a document without a window, where nothing is loaded and nothing runs; sanitised where the browser does
 * it. Trusted Types forbid the parser, but not `setHTML`: what is left where a page allows neither is plain text.
 */
export function inertElement(html: string): HTMLElement & Sanitizing {
  const { body } = document.implementation.createHTMLDocument('') as { body: HTMLElement & Sanitizing };
  try {
    if (body.setHTML) body.setHTML(quiet(html), { sanitizer: sanitizerOf(html) });
    else body.append(...new DOMParser().parseFromString(quiet(html), 'text/html').body.childNodes);
    for (const unseen of body.querySelectorAll(wordless.join())) unseen.remove();
  } catch {
    body.textContent = html
      .replace(/<[^>]*>/g, '')
      .replace(/&#?(\w+);/g, (_, name: string) => ({ quot: '"', amp: '&' })[name] ?? String.fromCharCode(+name || 32));
  }
  return body;
}

/** Fills the element with what is harmless in the HTML; links and images are relative to the base. */
export async function fillSafely(target: Element, html: string, base = document.baseURI): Promise<void> {
  const inert = inertElement(html);
  if (!inert.setHTML) {
    try {
      inert.replaceChildren((await loadSanitizer()).sanitize(quiet(html), elements, attributes) ?? '');
    } catch {
      // Without a sanitiser, or where the page's Trusted Types let it have no policy, the words alone are shown.
      inert.replaceChildren(plainText(html));
    }
  }
  for (const name of ['href', 'src']) {
    for (const element of inert.querySelectorAll(`[${name}]`)) {
      const url = followable(element.getAttribute(name), base);
      if (url) element.setAttribute(name, url.href);
      else element.removeAttribute(name);
    }
  }
  for (const image of inert.querySelectorAll('img')) image.loading = 'lazy';
  target.replaceChildren(...inert.childNodes);
}

/** The words of HTML: entities read, tags gone, blocks apart. */
export const plainText = (html: string): string =>
  (/[<&]/.test(html)
    ? inertElement(html.replace(/<\/?(?:p|br|div|li|h\d|td)\b/gi, ' $&')).textContent.replace(/\s+/g, ' ')
    : html
  ).trim();
