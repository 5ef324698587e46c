import type { Entry, PlainText } from './article.js';
import { paragraphs } from './json.js';
import { children, imageOf, textOf } from './xml.js';

/** The entries of an Atom document. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function readAtom(feed: Element, plain: PlainText): Entry[] {
  /** A text construct as HTML: plain, escaped HTML, or XHTML. */
  const html = (parent: Element | undefined, name: string): string | undefined => {
    const [element] = parent ? children(parent, name) : [];
    const type = element?.getAttribute('type') ?? 'text';
    if (type === 'xhtml') return element?.firstElementChild?.innerHTML;
    return type.includes('html') ? element?.textContent : paragraphs(element?.textContent);
  };
  const words = (parent: Element | undefined, name: string) => plain(html(parent, name) ?? '');

  return children(feed, 'entry').map((entry) => {
    const id = textOf(entry, 'id');
    const link = children(entry, 'link').find((one) => (one.getAttribute('rel') ?? 'alternate') === 'alternate');
    const href = link?.getAttribute('href') ?? undefined;
    return {
      keys: [id, href],
      read: () => {
        const [category] = children(entry, 'category');
        const body = html(entry, 'content');
        const published = textOf(entry, 'published');
        const updated = textOf(entry, 'updated');
        const authors = [entry, feed].map((holder) => children(holder, 'author')).find((found) => found.length > 0);
        return {
          href,
          heading: words(entry, 'title'),
          lead: words(entry, 'summary'),
          body,
          ...imageOf(entry, (html(entry, 'summary') ?? '') + (body ?? ''), plain),
          published: published ?? updated,
          updated,
          author:
            authors
              ?.map((author) => textOf(author, 'name'))
              .filter(Boolean)
              .join(', ') ?? undefined,
          section: category?.getAttribute('label') ?? category?.getAttribute('term') ?? undefined,
          source: words(children(entry, 'source')[0], 'title') || words(feed, 'title'),
        };
      },
    };
  });
}
