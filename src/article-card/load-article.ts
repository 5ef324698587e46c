import type { Article } from './article.js';
import { requestPublication } from './feed-request.js';
import { fromJson } from './json-publication.js';
import { loadError } from './load-error.js';
import type { Publication } from './publication.js';
import { pick, readArticle } from './read-article.js';

/** The article that is asked for in a document; an empty feed has none, and that is no error. */
function choose(publication: Publication, item: string | undefined, base: string): Article {
  const node = pick(publication, item);
  if (node) return readArticle(node, publication, base);
  if (publication.nodes.length > 0) throw loadError('not-found', `there is no item "${item ?? ''}".`);
  return {};
}

/** So many cards are drawn in one go; then the page has its turn. */
const atOnce = 5;
let drawn = 0;
let turn = Promise.resolve();

/** A feed's cards all have their article at the same moment; drawn all at once, they would hold up the page. */
function nextTurn(): Promise<void> {
  if (++drawn % atOnce === 0) turn = turn.then(() => new Promise((resolve) => setTimeout(resolve)));
  return turn;
}

/** Where an article may come from, by the attribute that says so. */
export const articleFrom = {
  /** A document at a URL. */
  async src(address: string, item: string | undefined): Promise<Article> {
    const url = new URL(address, document.baseURI).href;
    const publication = await requestPublication(url);
    await nextTurn();
    return choose(publication, item, url);
  },

  /** A JSON-LD script in the page. */
  async for(id: string, item: string | undefined): Promise<Article> {
    // The script may stand further down.
    if (!document.getElementById(id) && document.readyState === 'loading') {
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
    }
    const script = document.getElementById(id);
    if (script?.localName !== 'script') throw loadError('not-found', 'no <script> of that id is in the page.');
    const publication = fromJson(script.textContent);
    if (!publication) throw loadError('format', 'the script holds no JSON-LD with an article.');
    return choose(publication, item, document.baseURI);
  },
};
