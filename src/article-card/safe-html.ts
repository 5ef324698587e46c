import { webUrl } from '../shared/url.js';
import { followable } from './links.js';

/** What an article's text needs; everything else goes. */
const elements =
  'a abbr article b bdi bdo blockquote br caption center cite code dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th thead tr tt u ul var wbr'.split(
    ' ',
  );
/**
 * Named one by one: a list of elements without attributes lets `style` pass, which loads what it names.
 * @see https://wicg.github.io/sanitizer-api/
 */
const attributes = 'alt colspan dir height href lang rowspan src title width'.split(' ');

interface Sanitizing {
  setHTML?: (html: string, options?: object) => void;
}

/** The one place that loads the sanitiser for browsers without `setHTML`: a file of its own, fetched at first need. */
const loadSanitizer = () => import('./sanitizer.js');

/** An element in a document without a window, where nothing is loaded and nothing runs. */
const inertElement = () => document.implementation.createHTMLDocument('').createElement('div');

/**
 * Takes out what no one is to see anyway, but what a strict policy would report to the host as soon as it is parsed:
 * handlers and styles in attributes. What gets through here the sanitiser removes.
 */
const quiet = (html: string) =>
  html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(?:on\w+|style)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ''));

/** Fills the element with what is harmless in the HTML; links and images are relative to the base. */
export async function fillSafely(target: Element, source: string, base = document.baseURI): Promise<void> {
  const html = quiet(source);
  const inert = inertElement();
  const { setHTML } = inert as Sanitizing;
  try {
    if (setHTML) {
      setHTML.call(inert, html, { sanitizer: { elements, attributes, comments: false } });
    } else inert.append((await loadSanitizer()).sanitize(html, elements, attributes));
  } catch {
    // Without a sanitiser, or where the page's Trusted Types let it have no policy, the words alone are shown.
    inert.textContent = plainText(html);
  }
  for (const link of inert.querySelectorAll('[href]')) {
    const url = link.localName === 'a' && followable(link.getAttribute('href'), base);
    if (url) link.setAttribute('href', url.href);
    else link.removeAttribute('href');
  }
  for (const image of inert.querySelectorAll('[src]')) {
    const url = webUrl(image.getAttribute('src'), base);
    if (image.localName === 'img' && url) {
      image.setAttribute('src', url.href);
      image.setAttribute('loading', 'lazy');
    } else image.remove();
  }
  target.replaceChildren(...inert.childNodes);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const withoutParser = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(x?)([\da-f]{1,5});/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
    )
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** The words of HTML: entities read, tags gone, blocks apart. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const apart = quiet(html).replace(/<\/?(?:p|br|div|li|h\d|td)\b/gi, ' $&');
  const inert = inertElement() as Element & Sanitizing;
  try {
    // Trusted Types forbid the parser, but not setHTML.
    if (inert.setHTML) inert.setHTML(apart);
    else {
      const { body } = new DOMParser().parseFromString(apart, 'text/html');
      for (const hidden of body.querySelectorAll('script,style,template,noscript,iframe')) hidden.remove();
      inert.append(body);
    }
  } catch {
    // An old browser on a page that allows no parser at all: the commonest entities must do.
    inert.textContent = withoutParser(apart);
  }
  return inert.textContent.replace(/\s+/g, ' ').trim();
}
