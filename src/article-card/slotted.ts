import type { Article } from './article.js';

/** The host's own link in the heading. */
export const slottedLink = (card: Element): HTMLAnchorElement | null =>
  card.querySelector(':scope > a[slot=heading][href], :scope > [slot=heading] a[href]');

/** The names of the slots in use; the body's is empty. */
export const usedSlots = (card: Element): Set<string> =>
  new Set(
    [...card.childNodes].flatMap((child) =>
      child instanceof Element ? child.slot : child instanceof Text && child.data.trim() ? '' : [],
    ),
  );

/** What a host put into a card as markup. */
export function slottedArticle(card: Element): Article {
  const words = (name: string) =>
    card.querySelector(`:scope > [slot=${name}]`)?.textContent.trim().replace(/\s+/g, ' ');
  const image = card.querySelector<HTMLImageElement>(':scope > img[slot=image], :scope > [slot=image] img');
  return {
    heading: words('heading'),
    href: slottedLink(card)?.href,
    lead: words('lead'),
    image: image?.src,
    imageAlt: image?.alt,
    source: words('source'),
  };
}
