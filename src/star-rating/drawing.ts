import { html, svg, type TemplateResult } from 'lit';

/** The side of a star's square in the drawing, and how far it is from one star to the next where one drawing holds several. */
const side = 24;
const pitch = 28;

/**
 * One star from its top, as wide as its square together with a stroke of 1.6, so that a part of the star is the same
 * part of the square.
 */
const outline = 'l3.25 7.3 7.95.84-5.94 5.35 1.66 7.82-6.92-3.99-6.92 3.99 1.66-7.82-5.94-5.35 7.95-.84z';

/** A custom symbol for every star: as many copies as are drawn, once empty and once full. */
export interface Symbols {
  empty: readonly Node[];
  full: readonly Node[];
}

/** Copies of the host's SVG, each in its place. */
export function copySymbol(symbol: SVGElement, count: number, together: boolean): Symbols {
  const copies = () =>
    Array.from({ length: count }, (_, index) => {
      const place = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      const copy = symbol.cloneNode(true) as SVGElement;
      copy.removeAttribute('slot');
      copy.setAttribute('x', String(together ? index * pitch : 0));
      copy.setAttribute('width', String(side));
      copy.setAttribute('height', String(side));
      place.append(copy);
      return place;
    });
  return { empty: copies(), full: copies() };
}

/** A row of stars in one drawing, as much of it full as `filled` says, exactly. */
export function drawStars(count: number, filled: number, symbols?: Symbols): TemplateResult {
  const stars = Array.from({ length: count }, (_, index) => `M${12 + index * pitch} 1.35${outline}`).join('');
  const whole = Math.floor(filled);
  // A drawing inside the drawing cuts off at its own edge: no clip path, so no id that could clash.
  return html`<svg
    part="symbol"
    class="symbol"
    viewBox="0 0 ${count * pitch - pitch + side} ${side}"
    aria-hidden="true"
  >
    <g class="empty">${symbols?.empty ?? svg`<path d=${stars} />`}</g>
    <svg class="full" width=${whole * pitch + (filled - whole) * side} height=${side}>
      ${symbols?.full ?? svg`<path d=${stars} />`}
    </svg>
  </svg>`;
}
