import type { Article } from './article.js';

/** What stands in the slots, of each the first; the slot without a name is the body's. */
export function slotsOf(card: Element): Map<string, Element> {
  const slots = new Map<string, Element>();
  for (const child of [...card.childNodes].reverse()) {
    if (child instanceof Element || (child instanceof Text && child.data.trim())) {
      slots.set((child as Element).slot || 'body', child as Element);
    }
  }
  return slots;
}

/** The element in a slot, or the first inside, that the selector names. */
function inSlot(slots: Map<string, Element>, slot: string, selector: string): Element | null | undefined {
  const element = slots.get(slot);
  return element?.matches(selector) ? element : element?.querySelector(selector);
}

/** The host's own link in the heading. */
export const slottedLink = (slots: Map<string, Element>): HTMLAnchorElement | undefined =>
  inSlot(slots, 'heading', 'a[href]') as HTMLAnchorElement | undefined;

/** What a host put into a card as markup. */
export function slottedArticle(slots: Map<string, Element>): Article {
  const words = (name: string) => slots.get(name)?.textContent.trim().replace(/\s+/g, ' ');
  const image = inSlot(slots, 'image', 'img') as HTMLImageElement | undefined;
  return {
    heading: words('heading'),
    href: slottedLink(slots)?.href,
    lead: words('lead'),
    image: image?.src,
    imageAlt: image?.alt,
    source: words('source'),
  };
}
