import type { Article } from './article.js';

/** What a host put into a card as markup. */
export interface Slotted {
  article: Article;
  /** The names of the slots in use; the body's is empty. */
  slots: Set<string>;
  /** The host's own link in the heading. */
  link: HTMLAnchorElement | null;
  /** Whether the host's heading is a heading already. */
  isHeading: boolean;
}

/** Reads the children of a card. */
export function readSlotted(card: Element): Slotted {
  const slots = new Set<string>();
  for (const child of card.childNodes) {
    if (child instanceof Element) slots.add(child.slot);
    else if (child instanceof Text && child.data.trim()) slots.add('');
  }
  const find = (name: string) => card.querySelector<HTMLElement>(`:scope > [slot=${name}]`);
  const inside = (element: HTMLElement | null, selector: string): Element | null =>
    element?.matches(selector) ? element : (element?.querySelector(selector) ?? null);
  const words = (element: HTMLElement | null) => element?.textContent.trim().replace(/\s+/g, ' ');

  const heading = find('heading');
  const link = inside(heading, 'a[href]') as HTMLAnchorElement | null;
  const image = inside(find('image'), 'img') as HTMLImageElement | null;
  const source = find('source');
  return {
    article: {
      heading: words(heading),
      href: link?.href,
      lead: words(find('lead')),
      image: image?.src,
      imageAlt: image?.alt,
      source: words(source),
      sourceHref: inside(source, 'a[href]')?.getAttribute('href') ?? undefined,
    },
    slots,
    link,
    isHeading: !!inside(heading, 'h1,h2,h3,h4,h5,h6'),
  };
}
