import { list, type Json } from './json.js';
import type { Publication } from './publication.js';

/**
 * An element as data: its attributes, its children by name, its text. A link goes by what it relates to, so that Atom's
 * `alternate` and `enclosure` are told apart.
 */
function nodeOf(element: Element): Json {
  const node: Json = {};
  for (const { name, value } of element.attributes) node[name] = value;
  // XHTML is content, not structure.
  if (node.type === 'xhtml') return { text: element.innerHTML };
  for (const child of element.children) {
    const name = child.getAttribute('rel') ?? child.tagName;
    node[name] = [...list(node[name]), nodeOf(child)];
  }
  return element.children.length > 0 ? node : { ...node, text: element.textContent };
}

/**
 * An RSS or Atom document; nothing where it is neither.
 * @see https://www.rssboard.org/rss-specification
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function fromXml(root: Element): Publication | undefined {
  const feed = root.querySelector('channel') ?? root.closest('feed');
  if (!feed) return undefined;
  const head = nodeOf(feed);
  return { nodes: list(head.item ?? head.entry) as Json[], head };
}
