import type { PlainText } from './article.js';

/** The child elements of these names, prefix included: `title` is not `media:title`. */
export const children = (parent: Element, ...names: string[]): Element[] =>
  [...parent.children].filter((child) => names.includes(child.tagName));

/** The trimmed text of the first child of that name. */
export const textOf = (parent: Element | undefined, name: string): string | undefined =>
  parent && children(parent, name)[0]?.textContent.trim();

/** The picture of a feed's item: an enclosure, a medium, else the first `<img>` in its HTML. */
export function imageOf(
  item: Element,
  html: string,
  plain: PlainText,
): { image?: string | undefined; imageAlt?: string | undefined } {
  const media = [item, ...children(item, 'media:group')].flatMap((holder) =>
    children(holder, 'enclosure', 'link', 'media:content', 'media:thumbnail'),
  );
  const kind = (medium: Element) => `${medium.getAttribute('type') ?? ''}${medium.getAttribute('medium') ?? ''}`;
  const medium = media.find(
    (one) =>
      kind(one).startsWith('image') ||
      one.tagName === 'media:thumbnail' ||
      (one.tagName === 'media:content' && !kind(one)),
  );
  const address = medium?.getAttribute('url') ?? medium?.getAttribute('href');
  if (address) return { image: address };
  const tag = /<img\s[^>]*>/i.exec(html)?.[0] ?? '';
  const attribute = (name: string) => {
    const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
    return value ? plain(value[1] ?? value[2] ?? value[3] ?? '') || undefined : undefined;
  };
  return { image: attribute('src'), imageAlt: attribute('alt') };
}
