import { html, type TemplateResult } from 'lit';
import { kept } from '../shared/kept.js';

/** The side of a star's square in the drawing, and how far it is from one star to the next in a row. */
const side = 24;
const pitch = 28;

/**
 * One star from its top, as wide as its square together with a stroke of 1.6, so that a part of the star is the same
 * part of the square.
 */
const outline = 'l3.25 7.3 7.95.84-5.94 5.35 1.66 7.82-6.92-3.99-6.92 3.99 1.66-7.82-5.94-5.35 7.95-.84z';

/** Copies of a host's own symbol for each star, once empty and once full. */
const copiesOf = new WeakMap<SVGElement, [empty: Element, full: Element][]>();

/** A copy of the host's symbol in its place in a row. */
function copySymbol(symbol: SVGElement, index: number): Element {
  const place = document.createElementNS(symbol.namespaceURI, 'g');
  const copy = symbol.cloneNode(true) as SVGElement;
  copy.removeAttribute('slot');
  const attributes = { x: index * pitch, width: side, height: side };
  for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, String(value));
  place.setAttribute('class', 'copy');
  place.append(copy);
  return place;
}

/** The stars from one to another (counted from 0) in one drawing, as many of them full as `filled` says, exactly. */
export function drawStars(from: number, to: number, filled: number, symbol: SVGElement | null): TemplateResult {
  const x = from * pitch;
  const copies: [Element, Element][] = [];
  let path = '';
  for (let index = from; index < to; index++) {
    if (symbol)
      copies.push((kept(copiesOf, symbol, () => [])[index] ??= [copySymbol(symbol, index), copySymbol(symbol, index)]));
    else path += `M${12 + index * pitch} 1.35${outline}`;
  }
  const whole = Math.floor(filled);
  const width = Math.max(0, Math.min(whole * pitch + (filled - whole) * side, to * pitch) - x);
  // A drawing inside the drawing cuts off at its own edge: no clip path, so no id that could clash.
  const box = (width: number) => `${x} 0 ${width} ${side}`;
  return html`<svg part="symbol" class="symbol" aria-hidden="true" viewBox=${box((to - from) * pitch - pitch + side)}>
    <path class="empty" d=${path} />
    <g class="empty">${copies.map(([empty]) => empty)}</g>
    <svg class="full" x=${x} width=${width} height=${side} viewBox=${box(width)}>
      <path d=${path} />
      ${copies.map(([, full]) => full)}
    </svg>
  </svg>`;
}
