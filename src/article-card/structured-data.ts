import type { Article } from './article.js';
import { toIso } from './dates.js';
import { followable } from './links.js';

/**
 * The article as JSON-LD. No stars: search engines ignore ratings of articles.
 * @see https://developers.google.com/search/docs/appearance/structured-data/review-snippet
 */
export function toJsonLd(article: Article): string {
  const { heading, lead, published, updated, author, section, source } = article;
  const url = followable(article.href)?.href;
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: heading,
    url,
    mainEntityOfPage: url,
    description: lead,
    image: followable(article.image)?.href,
    datePublished: toIso(published),
    dateModified: toIso(updated),
    author: author && { '@type': 'Person', name: author },
    articleSection: section,
    sourceOrganization: source && {
      '@type': 'Organization',
      name: source,
      url: followable(article.sourceHref)?.href,
    },
    // A copy of the page's HTML must not end the script early.
  }).replace(/</g, '\\u003c');
}

/** Puts the JSON-LD into the page; one script per card. */
export class StructuredData {
  #script: HTMLScriptElement | undefined;

  write(article: Article | undefined): void {
    const json = article?.heading ? toJsonLd(article) : '';
    if (json === (this.#script?.textContent ?? '')) return;
    this.#script?.remove();
    this.#script = undefined;
    if (!json) return;
    this.#script = document.createElement('script');
    this.#script.type = 'application/ld+json';
    // A text node, because Trusted Types guard the text of scripts, of data too.
    this.#script.append(json);
    document.head.append(this.#script);
  }
}
