import type { Article, Entry, PlainText } from './article.js';
import { list, object, paragraphs, text, type Json } from './json.js';

/** Article, NewsArticle, BlogPosting, Report and their kin, with or without a prefix. */
const articleType = /(Article|Posting|Report)$/;

/** All nodes of a document: of arrays, of a `@graph`, of a page's or a list's main thing. */
function* nodesIn(value: unknown): Generator<Json> {
  for (const one of list(value)) {
    const node = object(one);
    yield node;
    yield* nodesIn(node['@graph']);
    yield* nodesIn(node.mainEntity);
    for (const element of list(node.itemListElement)) yield* nodesIn(object(element).item);
  }
}

/** The articles of a JSON-LD document. @see https://schema.org/NewsArticle */
export function readJsonLd(document: unknown, plain: PlainText): Entry[] {
  const nodes = [...nodesIn(document)];
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  /** The first of the values, looked up where it is only a reference into the graph. */
  const first = (value: unknown): unknown => {
    const [one] = list(value);
    const id = object(one)['@id'];
    return Object.keys(object(one)).length === 1 && byId.get(id) ? byId.get(id) : one;
  };
  const nameOf = (value: unknown) => text(value) ?? text(object(value).name);
  const words = (value: unknown) => {
    const found = text(first(value));
    return found && plain(found);
  };

  return nodes
    .filter((node) => list(node['@type']).some((type) => articleType.test(String(type))))
    .map((node) => {
      const page = first(node.mainEntityOfPage);
      const href = text(first(node.url)) ?? text(page) ?? text(object(page)['@id']) ?? text(object(page).url);
      return { keys: [text(node['@id']), text(node.identifier), href], read: () => read(node, href) };
    });

  function read(node: Json, href: string | undefined): Article {
    const image = first(node.image ?? node.thumbnailUrl);
    const picture = object(image);
    const source = first(node.sourceOrganization ?? node.publisher);
    const body = text(node.articleBody);
    return {
      href,
      heading: words(node.headline ?? node.name),
      lead: words(node.description ?? node.abstract),
      body: body && /<\w[^>]*>/.test(body) ? body : paragraphs(body),
      image: text(image) ?? text(first(picture.url ?? picture.contentUrl)),
      imageAlt: text(picture.caption ?? picture.description ?? picture.name),
      published: text(node.datePublished),
      updated: text(node.dateModified),
      author:
        list(node.author)
          .map((author) => nameOf(first(author)))
          .filter(Boolean)
          .join(', ') || undefined,
      section: words(node.articleSection),
      source: nameOf(source),
      sourceHref: text(object(source).url),
    };
  }
}
