import { closestAcross } from '../shared/closest.js';
import { pageUrl } from '../shared/page-url.js';

/** A card as far as a rating cares: upgraded or not yet, or another element that took its name. */
type Card = Element & { article?: string | null | undefined; href?: string | null | undefined };

/** The article around an element: the enclosing card's, looked for through shadow roots too; else the page's own. */
export function articleAround(element: Element): string {
  const card: Card | null = closestAcross(element, 'sao-article-card');
  const names = (['article', 'href'] as const).map((name) => card?.[name] ?? card?.getAttribute(name));
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]');
  return [...names, canonical?.href].find(Boolean) ?? pageUrl().href.replace(/#.*/, '');
}
