import { starForKey } from './keyboard.js';

/** The rating that pointer and keys act on. */
export interface Rateable {
  /** How it is at this moment; `isOpen` tells whether a vote can be cast. */
  read: () => { max: number; value: number | null; isOpen: boolean };
  /** The preview moved to a star, or (null) went back to what is. */
  onPreview: (star: number | null) => void;
  onCast: (score: number) => void;
}

/** What listens on the row of stars, named after the events. */
export interface StarInput {
  /** The star that pointer or keys are at. */
  preview: number | null;
  click: (event: Event) => void;
  pointerover: (event: PointerEvent) => void;
  pointerleave: () => void;
  focusout: (event: FocusEvent) => void;
  keydown: (event: KeyboardEvent) => void;
}

/**
 * Pointer and keys on the row of stars. A click or Space/Enter casts; all else only previews. Nothing is computed from
 * coordinates, because assistive technology clicks without any, and no pointer event is prevented, so pages scroll on.
 */
export function starInput({ read, onPreview, onCast }: Rateable): StarInput {
  const move = (star: number | null) => {
    if (star === input.preview || (star && !read().isOpen)) return;
    input.preview = star;
    onPreview(star);
  };
  const cast = (star: number | null) => {
    if (!star || !read().isOpen) return;
    input.preview = null;
    onCast(star);
  };
  const input: StarInput = {
    preview: null,
    click: (event) => cast(starOf(event) || input.preview),
    pointerover(event) {
      const star = starOf(event);
      // A finger on its way over the stars scrolls the page; it previews nothing.
      if (star && event.pointerType !== 'touch') move(star);
    },
    pointerleave: () => move(null),
    focusout({ currentTarget, relatedTarget }) {
      if (!(currentTarget as Element).contains(relatedTarget as Element | null)) move(null);
    },
    keydown(event) {
      const { key } = event;
      const { preview } = input;
      const { max, value, isOpen } = read();
      if (event.altKey || event.ctrlKey || event.metaKey || !isOpen) return;
      const stars = event.currentTarget as HTMLElement;
      // In a slider no star has the focus.
      const focused = starOf(event);
      const current = focused || (preview ?? value ?? 0);
      if (key === ' ' || key === 'Enter') {
        if (!event.repeat) cast(current);
      } else {
        const star = starForKey(key, current, max, getComputedStyle(stars).direction === 'rtl');
        if (!star && (key !== 'Escape' || preview === null)) return;
        move(star);
        if (focused) (stars.children[(star ?? value ?? 1) - 1] as HTMLElement).focus();
      }
      event.preventDefault();
    },
  };
  return input;
}

/** The star that the event happened on, counted from 1; 0 where it is none. */
function starOf({ target, currentTarget }: Event): number {
  const star = (target as Element).closest('.star');
  return star ? [...(currentTarget as Element).children].indexOf(star) + 1 : 0;
}
