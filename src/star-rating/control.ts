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
  /** What there is to know besides the name. */
  description: string;
  value: number | null;
  preview: number | null;
  required: boolean;
  disabled: boolean;
  /** Whether the vote is final. */
  locked: boolean;
}

/** Stars that can be voted on: each a radio, or, where there are many, all together a slider. */
export function drawControl(view: ControlView, say: Sentences, input: StarInput): TemplateResult {
  const { max, filled, symbols, value, disabled } = view;
  const isSlider = max > mostRadios;
  const current = view.preview ?? value ?? 0;
  const tabStop = disabled ? nothing : 0;
  return html`<span
    part="stars"
    class="stars ${view.isOwn ? 'own' : ''}"
    role=${isSlider ? 'slider' : 'radiogroup'}
    aria-label=${view.name}
    aria-description=${view.description || nothing}
    aria-disabled=${disabled || nothing}
    aria-readonly=${view.locked || nothing}
    aria-required=${(view.required && !isSlider) || nothing}
    aria-valuemax=${isSlider ? max : nothing}
    aria-valuenow=${isSlider ? current : nothing}
    aria-valuetext=${isSlider ? say.star(current) : nothing}
    tabindex=${isSlider ? tabStop : nothing}
    @click=${input.click}
    @pointerover=${input.pointerover}
    @pointerleave=${input.pointerleave}
    @focusout=${input.focusout}
    @keydown=${input.keydown}
    >${Array.from({ length: max }, (_, index) => {
      const score = index + 1;
      return html`<span
        part="star"
        class="star"
        role=${isSlider ? nothing : 'radio'}
        aria-checked=${isSlider ? nothing : score === value}
        aria-label=${isSlider ? nothing : say.star(score)}
        tabindex=${isSlider ? nothing : score === (current || 1) ? tabStop : -1}
        >${drawStars(index, score, filled, symbols)}</span
      >`;
    })}</span
  >`;
}

/** Stars to look at: one picture. */
export function drawImage({ max, filled, isOwn, symbols, name }: StarsView): TemplateResult {
  return html`<span part="stars" class="stars ${isOwn ? 'own' : ''}" role="img" aria-label=${name}
    >${drawStars(0, max, filled, symbols)}</span
  >`;
}
