/** Moving the focus or holding a modifier is finding one's way, perhaps to the banner itself; it is not yet use. */
const wayfinding = /^(Tab|Escape|Shift|Control|Alt|Meta)/;

/** Real use of the page, for which the banner's own buttons do not count. */
export function isUse(event: Event, banner: Element): boolean {
  return !wayfinding.test((event as KeyboardEvent).key) && !event.composedPath().includes(banner);
}
