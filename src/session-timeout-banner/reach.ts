/**
 * Whether a shown banner can be seen and used. Below a host's modal dialog it is inert, and an inert element is not hit;
 * nor is one that something newer in the top layer covers. Asking the document for `:modal` would miss shadow trees.
 */
export function isReachable(banner: Element): boolean {
  const { left, top, width, height } = banner.getBoundingClientRect();
  const root = banner.getRootNode() as ShadowRoot;
  return !height || banner.contains(root.elementFromPoint(left + width / 2, top + height / 2));
}
