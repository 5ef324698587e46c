import { starForKey } from './keyboard.js';

/** The rating that pointer and keys act on. */
export interface Rateable {
  /** How it is at this moment; `isOpen` tells whether a vote can be cast. */
  read: () => { max: number; value: number | null; isOpen: boolean };
  /** The preview moved to a star, or (false) went back to what is. */
  onPreview: (moved: boolean) => void;
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

  readonly onClick = (event: Event): void => {
    this.#cast(starOf(event) || this.preview);
  };

  readonly onPointerOver = (event: PointerEvent): void => {
    // A finger on its way over the stars scrolls the page; it previews nothing.
    if (event.pointerType !== 'touch') this.#move(starOf(event));
  };

  readonly onFocusOut = (event: FocusEvent): void => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Element | null)) this.restore();
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const { max, value, isOpen } = this.#rating.read();
    if (event.altKey || event.ctrlKey || event.metaKey || !isOpen) return;
    const stars = event.currentTarget as HTMLElement;
    // In a slider no star has the focus.
    const focused = starOf(event);
    const current = focused || (this.preview ?? value ?? 0);
    if (event.key === ' ' || event.key === 'Enter') {
      if (!event.repeat) this.#cast(current);
    } else if (event.key === 'Escape') {
      if (this.preview === null) return;
      this.restore();
      if (focused) focusStar(stars, value ?? 1);
    } else {
      const star = starForKey(event.key, current, max, getComputedStyle(stars).direction === 'rtl');
      if (star === null) return;
      this.#move(star);
      if (focused) focusStar(stars, star);
    }
    event.preventDefault();
  };

  /** Shows again what is. */
  readonly restore = (): void => {
    if (this.preview === null) return;
    this.preview = null;
    this.#rating.onPreview(false);
  };

  #move(star: number): void {
    if (!star || star === this.preview || !this.#rating.read().isOpen) return;
    this.preview = star;
    this.#rating.onPreview(true);
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

function focusStar(stars: HTMLElement, star: number): void {
  (stars.children[star - 1] as HTMLElement | undefined)?.focus();
}
