/** Moving the focus or holding a modifier is finding one's way, perhaps to the banner itself; it is not yet use. */
const wayfinding = /^(Tab|Escape|Shift|Control|Alt|Meta)/;

/** Calls back on real use of the page, the element's own buttons excepted; mouse moves are none. Returns how to stop. */
export function watchActivity(element: Element, onUse: () => void): () => void {
  const types = ['keydown', 'pointerdown', 'click', 'input'];
  const listener = (event: Event) => {
    if (event instanceof KeyboardEvent && wayfinding.test(event.key)) return;
    if (!event.composedPath().includes(element)) onUse();
  };
  // Capturing, because a host may stop what its own controls handle.
  for (const type of types) addEventListener(type, listener, { capture: true, passive: true });
  return () => {
    for (const type of types) removeEventListener(type, listener, true);
  };
}
