import type { Article } from './article.js';
import { hasMonthForMinutes, toIso } from './feed-dates.js';
import { list, object, type Json } from './json.js';
import type { Publication } from './publication.js';

/** Turns HTML into the text that a reader would see. */
export type PlainText = (html: string) => string;

/** Where the formats keep the words and the address of a thing that is more than a text. */
const wordKeys = ['text', 'name', 'title', 'label', 'term'];
const addressKeys = ['url', 'contentUrl', 'href', '@id', 'text'];

/** All texts of a value; ids and years may be written as numbers. */
const textsOf = (value: unknown, keys: string[]): string[] =>
  list(value).flatMap((one) => {
    if (typeof one === 'object') return keys.flatMap((key) => textsOf(object(one)[key], keys)).slice(0, 1);
    const text = typeof one === 'string' || typeof one === 'number' ? String(one).trim() : '';
    return text ? [text] : [];
  });

/** All texts under any of the names, in their order. */
const find = (node: Json, names: string, keys = wordKeys): string[] =>
  names.split(' ').flatMap((name) => textsOf(node[name], keys));

const isPicture = (medium: unknown) => {
  const { type, mime_type: mime, medium: kind } = object(medium) as Record<string, string | undefined>;
  return /^(image|$)/.test(type ?? mime ?? kind ?? '');
};

/** Plain text as HTML, a paragraph per line. */
const paragraphs = (text: string | undefined) => text?.replace(/</g, '&lt;').replace(/.*\S.*/g, '<p>$&</p>');

/** The `<img>` that a feed hides in its HTML, taken from the text so that nothing is loaded. */
function imageIn(html: string, plain: PlainText): Article {
  const tag = /<img\s[^>]*>/i.exec(html)?.[0] ?? '';
  const attribute = (name: string) =>
    plain(new RegExp(`\\s${name}\\s*=\\s*["']?((?<=")[^"]*|(?<=')[^']*|[^\\s>"']+)`, 'i').exec(tag)?.[1] ?? '');
  return { image: attribute('src'), imageAlt: attribute('alt') };
}

/** What `item` may call a node by. */
const addressesOf = (node: Json) =>
  find(node, 'url alternate link mainEntityOfPage external_url', addressKeys).concat(
    // Not every id is an address.
    find(node, 'guid @id', addressKeys).filter((id) => /^https?:/.test(id)),
  );

/** The node that `item` means: an id or a URL, else a position from 1; without `item` the first. */
export function pick({ nodes }: Publication, item: string | undefined): Json | undefined {
  const named = (node: Json) => [...find(node, 'id guid @id identifier'), ...addressesOf(node)].includes(item ?? '');
  return item ? (nodes.find(named) ?? nodes[Number(item) - 1]) : nodes[0];
}

/** The article in a node of JSON-LD, JSON Feed, RSS or Atom: each field under whichever name its format gives it. */
export function readArticle(node: Json, { nodes, title }: Publication, plain: PlainText): Article {
  const words = (names: string) => plain(find(node, names)[0] ?? '');
  const lead = find(node, 'description abstract summary')[0] ?? '';
  const [body] = find(node, 'content:encoded content_html content articleBody');
  const html = body && /<\w|&\w+;/.test(body) ? body : paragraphs(body ?? find(node, 'content_text')[0]);
  const media = { ...object(list(node['media:group'])[0]), ...node };
  const [picture] = [
    'image',
    'media:content',
    'media:thumbnail',
    'enclosure',
    'thumbnailUrl',
    'banner_image',
    'attachments',
  ]
    .flatMap((name) => list(media[name]))
    .filter(isPicture);
  const [image] = textsOf(picture, addressKeys);
  const isDay = nodes.every((one) => hasMonthForMinutes(find(one, 'pubDate')[0]));
  const published = toIso(find(node, 'datePublished date_published published pubDate dc:date updated')[0]);
  return {
    href: addressesOf(node)[0],
    heading: words('headline title name'),
    lead: plain(lead),
    body: html,
    ...(image
      ? { image, imageAlt: find(object(picture), 'caption description name')[0] }
      : imageIn(lead + (html ?? ''), plain)),
    // NukeViet up to 4.5 writes the month where the minutes belong. One item could mean it; all of them do not.
    published: isDay ? published?.slice(0, 10) : published,
    updated: toIso(find(node, 'dateModified date_modified updated')[0]),
    // RSS wants an e-mail address, with the name in brackets.
    author: [...new Set(find(node, 'dc:creator authors author'))]
      .map((name) => plain(name.includes('@') ? (/\((.+)\)/.exec(name)?.[1] ?? '') : name))
      .filter(Boolean)
      .join(', '),
    section: words('articleSection category tags'),
    source: words('sourceOrganization source publisher') || plain(textsOf(title, wordKeys)[0] ?? ''),
    sourceHref: find(node, 'sourceOrganization publisher', ['url'])[0],
  };
}
