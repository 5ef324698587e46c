import type { Article } from './article.js';
import { followable } from './links.js';
import { readDate } from './written-date.js';

/**
 * The article as JSON-LD. No stars: search engines ignore ratings of articles.
 * @see https://developers.google.com/search/docs/appearance/structured-data/review-snippet
 */
function toJsonLd(article: Article): string {
  const url = followable(article.href)?.href;
  const thing = (type: string, name: string | undefined, address?: string) =>
    name && { '@type': type, name, url: followable(address)?.href };
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.heading,
    url,
    mainEntityOfPage: url,
    description: article.lead,
    image: followable(article.image)?.href,
    datePublished: readDate(article.published)?.iso,
    dateModified: readDate(article.updated)?.iso,
    author: thing('Person', article.author),
    articleSection: article.section,
    sourceOrganization: thing('Organization', article.source, article.sourceHref),
    // A copy of the page's HTML must not end the script early.
  }).replace(/</g, '\\u003c');
}

/** Puts the article's JSON-LD into the page; an article without a heading is none, and takes it away. */
export function publish(article: Article, script = document.createElement('script')): HTMLScriptElement {
  if (!article.heading) script.remove();
  else {
    const json = toJsonLd(article);
    script.type = 'application/ld+json';
    // A page that requires Trusted Types guards the text of scripts, of data too: setting it would throw, a text node
    // is only reported, and stays.
    if (script.text !== json) script.replaceChildren(json);
    if (!script.isConnected) document.head.append(script);
  }
  return script;
}
