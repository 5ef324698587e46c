import { starForKey } from './keyboard.js';

/** The rating that pointer and keys act on. */
export interface Rateable {
  /** How it is at this moment; `isOpen` tells whether a vote can be cast. */
  read: () => { max: number; value: number | null; isOpen: boolean };
  /** The preview moved to a star, or (null) went back to what is. */
  onPreview: (star: number | null) => void;
  onCast: (score: number) => void;
}

/**
 * Pointer and keys on the row of stars. A click or Space/Enter casts; all else only previews. Nothing is computed from
 * coordinates, because assistive technology clicks without any, and no pointer event is prevented, so pages scroll on.
 */
export class StarInput {
  /** The star that pointer or keys are at. */
  preview: number | null = null;
  readonly #rating: Rateable;

  constructor(rating: Rateable) {
    this.#rating = rating;
  }

  readonly onClick = (event: Event): void => this.#cast(starOf(event) || this.preview);

  readonly onPointerOver = (event: PointerEvent): void => {
    const star = starOf(event);
    // A finger on its way over the stars scrolls the page; it previews nothing.
    if (star && event.pointerType !== 'touch') this.#move(star);
  };

  readonly onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!(currentTarget as Element).contains(relatedTarget as Element | null)) this.#move(null);
  };

  /** Shows again what is. */
  readonly restore = (): void => this.#move(null);

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const { max, value, isOpen } = this.#rating.read();
    if (event.altKey || event.ctrlKey || event.metaKey || !isOpen) return;
    const stars = event.currentTarget as HTMLElement;
    // In a slider no star has the focus.
    const focused = starOf(event);
    const current = focused || (this.preview ?? value ?? 0);
    if (event.key === ' ' || event.key === 'Enter') {
      if (!event.repeat) this.#cast(current);
    } else {
      const isEscape = event.key === 'Escape';
      if (isEscape && this.preview === null) return;
      const rightToLeft = getComputedStyle(stars).direction === 'rtl';
      const star = isEscape ? null : starForKey(event.key, current, max, rightToLeft);
      if (!isEscape && star === null) return;
      this.#move(star);
      if (focused) (stars.children[(star ?? value ?? 1) - 1] as HTMLElement).focus();
    }
    event.preventDefault();
  };

  #move(star: number | null): void {
    if (star === this.preview || (star && !this.#rating.read().isOpen)) return;
    this.preview = star;
    this.#rating.onPreview(star);
  }

  #cast(star: number | null): void {
    if (!star || !this.#rating.read().isOpen) return;
    this.preview = null;
    this.#rating.onCast(star);
  }
}

/** The star that the event happened on, counted from 1; 0 where it is none. */
function starOf({ target, currentTarget }: Event): number {
  const star = (target as Element).closest('.star');
  return star ? [...(currentTarget as Element).children].indexOf(star) + 1 : 0;
}
