/**
 * Whether a shown banner can be seen and used. Below a host's modal dialog it is inert, and an inert element is not hit;
 * nor is one that something newer in the top layer covers. Asking the document for `:modal` would miss shadow trees.
 */
export function isReachable(banner: Element): boolean {
  const { left, top, width, height } = banner.getBoundingClientRect();
  if (!height) return true;
  const root = banner.getRootNode() as ShadowRoot;
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  return banner.contains(hit);
}

/** Opens and closes the two surfaces. Each call is needed only when something changed: showing again would throw. */
export function showBanner(banner: HTMLElement, on: boolean): void {
  if (banner.matches(':popover-open') !== on) banner.togglePopover(on);
}

export function showDialog(dialog: HTMLDialogElement, on: boolean): void {
  if (dialog.open === on) return;
  if (on) dialog.showModal();
  else dialog.close();
}
