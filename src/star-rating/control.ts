import { html, nothing, type TemplateResult } from 'lit';
import { drawStars, type Symbols } from './drawing.js';
import type { Sentences } from './sentences.js';
import type { StarInput } from './star-input.js';

/** ARIA: up to so many values a radio group, more a slider. */
const mostRadios = 7;

/** What the row of stars shows. */
export interface StarsView {
  max: number;
  /** How many stars are full. */
  filled: number;
  /** Whether they show the reader's own choice rather than the average. */
  isOwn: boolean;
  symbols: Symbols | undefined;
  /** The accessible name. */
  name: string;
}

/** What the stars show besides where they can be voted on. */
export interface ControlView extends StarsView {
  value: number | null;
  disabled: boolean;
  /** A final vote. */
  locked: boolean;
  required: boolean;
  /** Whether a vote was cast just here. */
  hasCast: boolean;
}

const classes = (...names: (string | false)[]) => names.filter(Boolean).join(' ');

/** Stars that can be voted on: each a radio, or, where there are many, all together a slider. */
export function drawControl(view: ControlView, say: Sentences, input: StarInput): TemplateResult {
  const { max, filled, isOwn, symbols, value, disabled, locked } = view;
  const isSlider = max > mostRadios;
  const current = input.preview ?? value ?? 0;
  const stop = disabled ? nothing : 0;
  const star = (_: unknown, index: number) => {
    const score = index + 1;
    const symbol = symbols && { empty: symbols.empty.slice(index, score), full: symbols.full.slice(index, score) };
    const isChosen = score === value;
    return html`<span
      part="star"
      class=${classes('star', isChosen && 'chosen')}
      role=${isSlider ? nothing : 'radio'}
      aria-checked=${isSlider ? nothing : String(isChosen)}
      aria-label=${isSlider ? nothing : say.star(score)}
      aria-disabled=${!isSlider && disabled ? 'true' : nothing}
      tabindex=${isSlider || disabled ? nothing : score === (current || 1) ? 0 : -1}
      >${drawStars(1, Math.min(Math.max(filled - index, 0), 1), symbol)}</span
    >`;
  };
  return html`<span
    part="stars"
    class=${classes('stars', isOwn && 'own', !disabled && !locked && 'open', view.hasCast && 'cast')}
    role=${isSlider ? 'slider' : 'radiogroup'}
    aria-label=${view.name}
    aria-describedby="sentence"
    aria-disabled=${disabled ? 'true' : nothing}
    aria-readonly=${locked ? 'true' : nothing}
    aria-required=${view.required && !isSlider ? 'true' : nothing}
    aria-valuemin=${isSlider ? 0 : nothing}
    aria-valuemax=${isSlider ? max : nothing}
    aria-valuenow=${isSlider ? current : nothing}
    aria-valuetext=${isSlider ? say.star(current) : nothing}
    tabindex=${isSlider ? stop : nothing}
    @click=${input.onClick}
    @pointerover=${input.onPointerOver}
    @pointerleave=${input.restore}
    @focusout=${input.onFocusOut}
    @keydown=${input.onKeyDown}
    >${Array.from({ length: max }, star)}</span
  >`;
}

/** Stars to look at: one picture. */
export function drawImage({ max, filled, isOwn, symbols, name }: StarsView, isStill: boolean): TemplateResult {
  return html`<span
    part="stars"
    class=${classes('stars', isOwn && 'own', isStill && 'still')}
    role="img"
    aria-label=${name}
    >${drawStars(max, filled, symbols)}</span
  >`;
}
