/** The nearest element around that the selector names, the element itself first, looked for through shadow roots too. */
export function closestAcross(element: Element, selector: string): Element | null {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return element.closest(selector) ?? (host ? closestAcross(host, selector) : null);
}
