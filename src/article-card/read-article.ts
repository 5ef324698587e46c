import type { Article } from './article.js';
import { hasMonthForMinutes, toIso } from './feed-dates.js';
import { list, object, type Json } from './json.js';
import { followable } from './links.js';
import type { Publication } from './publication.js';
import { inertElement, plainText } from './safe-html.js';

/** Where the formats keep the words and the address of a thing that is more than a text. */
const wordKeys = 'text name title label term';
const addressKeys = 'url contentUrl href @id text';

/** All texts under any of the names, in their order; ids and years may be written as numbers. */
const find = (node: Json, names: string, keys = wordKeys): string[] =>
  names
    .split(' ')
    .flatMap((name) => list(node[name]))
    .flatMap((value) =>
      Object(value) === value ? find(object(value), keys, keys).slice(0, 1) : String(value).trim() || [],
    );

/** What `item` may call a node by. */
const addressesOf = (node: Json) =>
  find(node, 'url alternate link mainEntityOfPage external_url', addressKeys).concat(
    // Not every id is an address.
    find(node, 'guid @id', addressKeys).filter((id) => /^https?:/.test(id)),
  );

/** What all cards of a publication need to know of it. */
interface Contents {
  /** Its nodes by whatever `item` may call them. */
  named: Map<string, Json>;
  /** Whether minutes are months in it: NukeViet up to 4.5. One item could mean it; all of them do not. */
  hasMonthsForMinutes: boolean;
}

const contents = new WeakMap<Publication, Contents>();

/** Read once, not once for each of a feed's many cards. */
function contentsOf(publication: Publication): Contents {
  let known = contents.get(publication);
  if (!known) {
    const { nodes } = publication;
    const names = (node: Json) => [...find(node, 'id guid @id identifier'), ...addressesOf(node)];
    known = {
      // The first of a name stays.
      named: new Map(nodes.flatMap((node) => names(node).map((name) => [name, node] as const)).reverse()),
      hasMonthsForMinutes: nodes.every((node) => hasMonthForMinutes(find(node, 'pubDate')[0])),
    };
    contents.set(publication, known);
  }
  return known;
}

/** The node that `item` means: an id or a URL, else a position from 1; without `item` the first. */
export function pick(publication: Publication, item: string | undefined): Json | undefined {
  const { nodes } = publication;
  return item ? (contentsOf(publication).named.get(item) ?? nodes[Number(item) - 1]) : nodes[0];
}

/** The article in a node of JSON-LD, JSON Feed, RSS or Atom: each field under whichever name its format gives it. */
export function readArticle(node: Json, publication: Publication, base: string): Article {
  const { title } = publication;
  const first = (names: string, keys?: string) => find(node, names, keys)[0] ?? '';
  const words = (names: string) => plainText(first(names));
  const address = (url: string | undefined) => (url && URL.parse(url, base)?.href) ?? url;
  const lead = first('description abstract summary');
  const html = first('content:encoded content_html content articleBody');
  // Plain text as HTML, a paragraph per line.
  const body = /<\w|&\w+;/.test(html)
    ? html
    : (html || first('content_text')).replace(/</g, '&lt;').replace(/.*\S.*/g, '<p>$&</p>');
  const published = toIso(first('datePublished date_published published pubDate dc:date updated'));
  return {
    href: address(addressesOf(node)[0]),
    heading: words('headline title name'),
    lead: plainText(lead),
    body,
    ...(pictureOf(node, address) ?? pictureIn(lead + body, address)),
    published: contentsOf(publication).hasMonthsForMinutes ? published?.slice(0, 10) : published,
    updated: toIso(first('dateModified date_modified updated')),
    // RSS wants an e-mail address, with the name in brackets.
    author: [...new Set(find(node, 'dc:creator authors author'))]
      .map((name) => plainText(name.includes('@') ? (/\((.+)\)/.exec(name)?.[1] ?? '') : name))
      .filter(Boolean)
      .join(', '),
    section: words('articleSection category tags'),
    source: words('sourceOrganization source publisher') || plainText(find({ title }, 'title')[0] ?? ''),
    sourceHref: address(first('sourceOrganization publisher', 'url')),
  };
}

type Resolve = (url: string | undefined) => string | undefined;

/** The picture that a node names, and the widths in which it has the same one. */
function pictureOf(node: Json, address: Resolve): Article | undefined {
  const media = { ...object(list(node['media:group'])[0]), ...node };
  const pictures = 'image media:content media:thumbnail enclosure thumbnailUrl banner_image attachments'
    .split(' ')
    .flatMap((name) => list(media[name]))
    .map((picture): Json => ({ ...object(picture), url: address(find({ picture }, 'picture', addressKeys)[0]) }))
    .filter((picture) => picture.url && /^(image|$)/.test(find(picture, 'type mime_type medium')[0] ?? ''));
  const [picture] = pictures;
  if (!picture) return undefined;
  const shape = ({ width, height }: Json) => (Number(width) / Number(height)).toFixed(1);
  const sizes = pictures.filter(
    (one) => Number(one.width) && followable(String(one.url)) && shape(one) === shape(picture),
  );
  return {
    image: picture.url as string,
    imageAlt: find(picture, 'caption description name')[0],
    srcset: sizes.length > 1 ? sizes.map(({ url, width }) => `${String(url)} ${Number(width)}w`).join() : undefined,
  };
}

/** The picture that a feed hides in its HTML. */
function pictureIn(html: string, address: Resolve): Article {
  const image = inertElement(html).querySelector('img');
  return { image: address(image?.getAttribute('src') ?? undefined), imageAlt: image?.alt };
}
