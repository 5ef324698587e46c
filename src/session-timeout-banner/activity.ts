/** Moving the focus or holding a modifier is finding one's way, perhaps to the banner itself; it is not yet use. */
const wayfinding = /^(Tab|Shift|Control|Alt|Meta)/;

/** Real use of the page, for which the banner's own buttons do not count. */
export const isUse = (event: Event, banner: EventTarget): boolean =>
  !wayfinding.test((event as KeyboardEvent).key) && !event.composedPath().includes(banner);
