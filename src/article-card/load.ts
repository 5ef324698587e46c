import { pick, type Article, type Entry } from './article.js';
import { LoadError, readJson, requestEntries } from './feed-request.js';
import { plainText } from './safe-html.js';

/** What could be had of both sources, `for` first, and why the rest could not. */
export async function loadArticles(
  id: string | undefined,
  src: string | undefined,
  item: string | undefined,
): Promise<{ articles: Article[]; errors: LoadError[] }> {
  const results = await Promise.allSettled([
    ...(id ? [fromPage(id, item)] : []),
    ...(src ? [fromDocument(src, item)] : []),
  ]);
  const articles = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  const errors = results.flatMap((result) => (result.status === 'rejected' ? (result.reason as LoadError) : []));
  return { articles, errors };
}

async function fromDocument(src: string, item: string | undefined): Promise<Article> {
  const url = new URL(src, document.baseURI).href;
  return choose(await requestEntries(url, plainText), item, url);
}

async function fromPage(id: string, item: string | undefined): Promise<Article> {
  // The script may stand further down.
  if (!document.getElementById(id) && document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  const script = document.getElementById(id);
  if (script?.localName !== 'script') {
    throw new LoadError('not-found', `there is no <script type="application/ld+json" id="${id}"> in this page.`);
  }
  const entries = readJson(script.textContent, plainText);
  if (!entries) throw new LoadError('format', `<script id="${id}"> holds no JSON-LD with an article.`);
  return choose(entries, item, document.baseURI);
}

/** The article that was asked for, with its addresses made absolute; an empty feed has none, and that is no error. */
function choose(entries: Entry[], item: string | undefined, base: string): Article {
  if (entries.length === 0) return {};
  const entry = pick(entries, item);
  if (!entry) throw new LoadError('not-found', `${base} has no item ${item ?? ''}.`);
  const article = entry.read();
  for (const name of ['href', 'image', 'sourceHref'] as const) {
    const address = article[name];
    if (address && URL.canParse(address, base)) article[name] = new URL(address, base).href;
  }
  return article;
}
