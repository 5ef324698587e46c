const root = document.documentElement;
const covers = { visibility: 'hidden', opacity: '0' };

/**
 * Hides what the page shows while it is not known whether its reader is still signed in. The banner lives in the top
 * layer and makes itself visible again; `opacity` hides what a host forced to be visible.
 */
export function veil(on: boolean): void {
  for (const [property, value] of Object.entries(covers)) {
    if (on) root.style.setProperty(property, value, 'important');
    else root.style.removeProperty(property);
  }
}
