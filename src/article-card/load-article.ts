import { kept } from '../shared/kept.js';
import type { Article } from './article.js';
import { download } from './feed-request.js';
import { fromJson } from './json-publication.js';
import { loadError } from './load-error.js';
import { readerOf } from './read-article.js';
import { fromXml } from './xml-publication.js';

type Reader = ReturnType<typeof readerOf>;

/** Whatever of the formats the document is. */
function read(text: string, xml: XMLDocument | null, base: string): Reader {
  try {
    const publication = xml ? fromXml(xml.documentElement) : fromJson(text);
    if (publication) return readerOf(publication, base);
  } catch {
    // Not even JSON.
  }
  throw loadError('format', 'neither JSON-LD with an article, nor JSON Feed, RSS 2.0 or Atom.');
}

/** Long enough for all cards of a page; later ones ask again, and the browser's cache answers by the feed's own rules. */
const time = 30_000;
const feeds = new Map<string, Promise<Reader>>();

/** All cards that ask for the same document share the request and the parsing. */
const feedAt = (url: string) =>
  kept(feeds, url, () => {
    const feed = download(url).then(({ responseText, responseXML }) => read(responseText, responseXML, url));
    const forget = () => feeds.delete(url);
    feed.then(() => setTimeout(forget, time), forget);
    return feed;
  });

/** Where an article may come from, by the attribute that says so. */
export const articleFrom = {
  /** A document at a URL. */
  async src(address: string, item: string | undefined): Promise<Article> {
    // What is no address cannot be reached.
    const articleIn = await feedAt(URL.parse(address, document.baseURI)?.href ?? 'about:invalid');
    // A feed's many cards all have it at the same moment; drawn in one go, they would hold up the page.
    await new Promise((resolve) => setTimeout(resolve));
    return articleIn(item);
  },

  /** A JSON-LD script in the page. */
  async for(id: string, item: string | undefined): Promise<Article> {
    // The script may stand further down.
    if (!document.getElementById(id) && document.readyState === 'loading') {
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
    }
    const script = document.getElementById(id);
    if (!script?.matches('script[type*="ld+json" i]')) {
      throw loadError('not-found', 'the page has no <script type="application/ld+json"> of that id.');
    }
    return read(script.textContent, null, document.baseURI)(item);
  },
};
