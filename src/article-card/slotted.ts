import type { Article } from './article.js';

/** What stands in a card's slots, of each the first; the slot without a name is the body's. */
export type Slots = Partial<Record<string, Element>>;

export function slotsOf(card: Element): Slots {
  const slots: Slots = {};
  for (const child of card.childNodes) {
    // By its type: `Element` and `Text` may be classes of the page's own.
    const isText = child.nodeType === child.TEXT_NODE;
    if (isText ? child.textContent?.trim() : child.nodeType === child.ELEMENT_NODE) {
      slots[(child as Element).slot || 'body'] ??= child as Element;
    }
  }
  return slots;
}

/** What stands in a slot, or the first thing inside, that the selector names. */
export const slottedIn = (slotted: Element | undefined, selector: string): HTMLElement | undefined =>
  (slotted?.matches(selector) ? slotted : slotted?.querySelector(selector)) as HTMLElement | undefined;

/** The host's own link in the heading. */
export const slottedLink = ({ heading }: Slots): HTMLAnchorElement | undefined =>
  slottedIn(heading, 'a[href]') as HTMLAnchorElement | undefined;

/** What a host put into a card as markup. */
export function slottedArticle(slots: Slots): Article {
  const words = (name: string) => slots[name]?.textContent.trim().replace(/\s+/g, ' ');
  const image = slottedIn(slots.image, 'img') as HTMLImageElement | undefined;
  return {
    heading: words('heading'),
    href: slottedLink(slots)?.href,
    lead: words('lead'),
    image: image?.src,
    imageAlt: image?.alt,
    source: words('source'),
  };
}
