/**
 * Whether a shown banner can be seen and used. Below a host's modal dialog it is inert, and an inert element is not hit;
 * nor is one that something newer in the top layer covers. Asking the document for `:modal` would miss shadow trees.
 */
export function isReachable(surface: Element): boolean {
  const [box] = surface.getClientRects();
  const root = surface.getRootNode() as ShadowRoot;
  // A point in its padding, where no child is.
  return !box || root.elementFromPoint(box.x + 9, box.y + 9) === surface;
}
