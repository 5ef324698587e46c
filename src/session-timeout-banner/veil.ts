let before: string | undefined;

/**
 * Hides what the page shows while it is not known whether its reader is still signed in. The banner is in the top layer
 * and makes itself visible again; `opacity` also hides what a host made visible on purpose.
 */
export function veil(on: boolean): void {
  const { style } = document.documentElement;
  if (on) {
    before ??= style.cssText;
    style.cssText += ';visibility:hidden!important;opacity:0!important';
  } else if (before !== undefined) {
    style.cssText = before;
    before = undefined;
  }
}
