import type { Article } from './article.js';
import { addressKeys, find, list, object, type Json } from './json.js';
import { loadError } from './load-error.js';
import { pictureIn, pictureOf } from './picture.js';
import type { Publication } from './publication.js';
import { plainText } from './safe-html.js';
import { hasMonthForMinutes, readDate } from './written-date.js';

/**
 * How to get the articles out of a document: by an id, a URL or a position from 1, else the first; an empty feed has
 * none, and that is no error. Each field stands under whichever name its format gives it.
 */
export function readerOf({ nodes, head }: Publication, base: string): (item: string | undefined) => Article {
  const address = (url: string | null | undefined) => (url ? URL.parse(url, base)?.href : undefined);
  const addressesOf = (node: Json) =>
    find(node, 'url alternate link mainEntityOfPage external_url', addressKeys).concat(
      // Not every id is an address.
      find(node, 'guid id @id', addressKeys).filter((id) => /^https?:/.test(id)),
    );
  const namesOf = (node: Json) =>
    [...find(node, 'id guid @id identifier'), ...addressesOf(node)].flatMap((name) => [name, address(name)]);
  // The first of a name stays.
  const named = new Map(nodes.flatMap((node) => namesOf(node).map((name) => [name, node] as const)).reverse());
  // NukeViet up to 4.5. One item could mean its minutes; all of them do not.
  const hasMonthsForMinutes = nodes.every((node) => hasMonthForMinutes(find(node, 'pubDate')[0]));

  return (item) => {
    const node = item ? (named.get(item) ?? nodes[Number(item) - 1] ?? named.get(address(item))) : nodes[0];
    if (!node) {
      if (nodes.length > 0) throw loadError('not-found', `there is no item "${item ?? ''}".`);
      return {};
    }
    const first = (names: string, keys?: string) => find(node, names, keys)[0] ?? '';
    const words = (names: string) => plainText(first(names));
    const date = (names: string) => readDate(first(names))?.iso;
    const lead = first('description abstract summary');
    const html = first('content:encoded content_html content articleBody');
    // Plain text as HTML, a paragraph per line.
    const body = /<\w|&\w+;/.test(html)
      ? html
      : (html || first('content_text')).replace(/</g, '&lt;').replace(/.*\S.*/g, '<p>$&</p>');
    const published = date('datePublished date_published published pubDate dc:date updated');
    const authors = [node, head].map((one) => find(one, 'dc:creator authors author'));
    return {
      href: address(addressesOf(node)[0]),
      heading: words('headline title name'),
      lead: plainText(lead),
      body,
      ...(pictureOf(node, address) ?? pictureIn(lead + body, address)),
      published: hasMonthsForMinutes ? published?.slice(0, 10) : published,
      updated: date('dateModified date_modified updated'),
      // RSS wants an e-mail address, with the name in brackets.
      author: [...new Set(authors.find((names) => names.length > 0))]
        .map((name) => plainText(name.replace(/\S+@\S+ ?\(?(.*?)\)?$/, '$1')))
        .filter(Boolean)
        .join(', '),
      section: words('articleSection category tags'),
      source: words('sourceOrganization source publisher') || plainText(find(head, 'title')[0] ?? ''),
      sourceHref: address(find(object(list(node.sourceOrganization ?? node.publisher)[0]), 'url')[0]),
    };
  };
}
