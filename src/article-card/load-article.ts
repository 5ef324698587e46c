import type { Article } from './article.js';
import { requestPublication } from './feed-request.js';
import { fromJson } from './json-publication.js';
import { LoadError } from './load-error.js';
import type { Publication } from './publication.js';
import { pick, readArticle } from './read-article.js';
import { plainText } from './safe-html.js';

/** The article of a document. */
export async function articleAt(src: string, item: string | undefined): Promise<Article> {
  const url = new URL(src, document.baseURI).href;
  return choose(await requestPublication(url), item, url);
}

/** The article of a JSON-LD script in the page. */
export async function articleOfScript(id: string, item: string | undefined): Promise<Article> {
  // The script may stand further down.
  if (!document.getElementById(id) && document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  const script = document.getElementById(id);
  if (script?.localName !== 'script') throw new LoadError('not-found', 'no <script> of that id is in the page.');
  const publication = fromJson(script.textContent);
  if (!publication) throw new LoadError('format', 'the script holds no JSON-LD with an article.');
  return choose(publication, item, document.baseURI);
}

/** The article that was asked for, its addresses made absolute; an empty feed has none, and that is no error. */
function choose(publication: Publication, item: string | undefined, base: string): Article {
  const node = pick(publication, item);
  if (!node && publication.nodes.length > 0) throw new LoadError('not-found', `there is no item "${item ?? ''}".`);
  const article = node ? readArticle(node, publication, plainText) : {};
  for (const name of ['href', 'image', 'sourceHref'] as const) {
    const address = article[name];
    if (address && URL.canParse(address, base)) article[name] = new URL(address, base).href;
  }
  return article;
}
