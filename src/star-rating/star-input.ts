import { starForKey } from './keyboard.js';
import { isOpen, type Knowledge, type Rating } from './rating.js';

/** What listens on the row of stars. */
export interface StarInput {
  click: (event: UIEvent) => void;
  pointermove: (event: PointerEvent) => void;
  leave: (event: PointerEvent | FocusEvent) => void;
  keydown: (event: KeyboardEvent) => void;
}

/**
 * Pointer and keys on the row of stars. A click or Space/Enter casts; all else only previews. Nothing is computed from
 * coordinates, because assistive technology clicks without any, and no pointer event is prevented, so pages scroll on.
 */
export function starInput(
  rating: Rating,
  knowledge: Knowledge,
  onInput: () => void,
  onCast: (score: number) => void,
): StarInput {
  const move = (star: number | null) => {
    if (star === (knowledge.preview ?? rating.value) || (star && !isOpen(rating, knowledge))) return;
    knowledge.preview = star;
    rating.requestUpdate();
    if (star) onInput();
  };
  const cast = (star: number | null) => {
    if (!star || !isOpen(rating, knowledge)) return;
    // A finger previews nothing before; natively, too, input comes before change.
    move(star);
    knowledge.preview = null;
    onCast(star);
  };
  return {
    // Beside the stars, only assistive technology means the slider by it, and its clicks are no pointer's.
    click: (event) => cast(starOf(event) || (event.detail ? null : knowledge.preview)),
    // Not pointerover, which comes also when the page moves under a resting mouse.
    pointermove(event) {
      const star = starOf(event);
      // A finger on its way over the stars scrolls the page; it previews nothing.
      if (star && event.pointerType !== 'touch') move(star);
    },
    leave({ currentTarget, relatedTarget }) {
      if (!(currentTarget as Element).contains(relatedTarget as Element | null)) move(null);
    },
    keydown(event) {
      const { key } = event;
      const { preview } = knowledge;
      const { max, value } = rating;
      if (event.altKey || event.ctrlKey || event.metaKey || !isOpen(rating, knowledge)) return;
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
}

/** The star that the event happened on, counted from 1; 0 where it is none. */
function starOf({ target, currentTarget }: Event): number {
  const star = (target as Element).closest('.star');
  return star ? [...(currentTarget as Element).children].indexOf(star) + 1 : 0;
}
