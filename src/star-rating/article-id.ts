/** A card as far as a rating cares: upgraded or not yet, or another element that took its name. */
type Card = Element & { article?: string | null | undefined; href?: string | null | undefined };

/** The article around an element: the enclosing card's, looked for through shadow roots too; else the page's own. */
export function articleAround(element: Element): string {
  let place: Element | null = element;
  while (place) {
    const card: Card | null = place.closest('sao-article-card');
    const names = card && [card.article, card.getAttribute('article'), card.href, card.getAttribute('href')];
    const article = names?.find(Boolean);
    if (article) return article;
    const root: Node = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : null;
  }
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]');
  return canonical ? canonical.href : location.href.replace(/#.*/, '');
}
