import { list, object, type Json } from './json.js';
import type { Publication } from './publication.js';

/** All nodes of a JSON-LD document: of arrays, of a `@graph`, of a page's or a list's main thing. */
const nodesIn = (value: unknown): Json[] =>
  list(value).flatMap((one) => {
    const node = object(one);
    return [node, ...nodesIn(node['@graph'] ?? node.mainEntity ?? node.itemListElement ?? node.item)];
  });

/**
 * A JSON Feed 1.0 or 1.1, or the articles of a JSON-LD document with references into its graph followed; nothing where
 * it is neither.
 * @see https://www.jsonfeed.org/version/1.1/
 * @see https://schema.org/NewsArticle
 */
export function fromJson(text: string): Publication | undefined {
  const document: unknown = JSON.parse(text);
  const head = object(document);
  if (Array.isArray(head.items)) return { nodes: head.items.map(object), head };
  const graph = nodesIn(document);
  const known = new Map(graph.map((node) => [node['@id'], node]));
  known.delete(undefined);
  const followed = (value: unknown) => list(value).map((one) => known.get(object(one)['@id']) ?? one);
  // Article, NewsArticle, BlogPosting, Report and their kin, with or without a prefix.
  const nodes = graph
    .filter((node) => /(Article|Posting|Report)\b/.test(String(node['@type'])))
    .map((node) => Object.fromEntries(Object.entries(node).map(([name, value]) => [name, followed(value)])));
  return nodes.length > 0 ? { nodes, head: {} } : undefined;
}
