import { followable } from './links.js';

/** What a click may be meant for instead of the article. */
const controls = 'a,button,input,select,textarea,label,summary,audio,video,[tabindex],.rating,.actions';

/** Pixels that a pointer may tremble in a click; further, and text is being selected. */
const trembling = 4;

/** Where the pointer went down; there is one for all cards of a page. */
let pressed: MouseEvent | undefined;

/** While the secondary button goes down the link covers the words too, so that its menu is the link's. */
export function press(event: MouseEvent): void {
  pressed = event;
  const isForMenu = event.type === 'pointerdown' && event.button === 2 && !String(getSelection());
  (event.currentTarget as Element).classList.toggle('raised', isForMenu);
}

/**
 * Follows the card's link after a click on its words, which lie above the link's area so that they can be selected.
 * Nested controls, selections and what the host has dealt with are left alone.
 */
export function follow(event: MouseEvent, link: HTMLAnchorElement | null | undefined): void {
  const { currentTarget, defaultPrevented, button, altKey, clientX, clientY } = event;
  const path = event.composedPath();
  const isOn = (node: EventTarget) => (node as Partial<Element>).matches?.(controls);
  if (!link) return;
  if (!followable(link.href)) {
    if (path.includes(link)) event.preventDefault();
  } else if (
    !(defaultPrevented || button === 2 || altKey) &&
    !path.slice(0, path.indexOf(currentTarget as Element)).some(isOn) &&
    !(pressed && Math.hypot(clientX - pressed.clientX, clientY - pressed.clientY) > trembling)
  ) {
    // Every browser follows a made-up click, but not all into another tab.
    if (button || event.ctrlKey || event.metaKey || event.shiftKey) open(link.href, '_blank', 'noopener');
    else link.dispatchEvent(new MouseEvent('click', event));
  }
}
