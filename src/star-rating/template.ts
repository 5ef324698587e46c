import { html, nothing, type TemplateResult } from 'lit';
import { deliveryOf, toldScore } from './delivery.js';
import { drawStars } from './drawing.js';
import { drawHistogram } from './histogram.js';
import { hasVoted, isLocked, isOpen, type Knowledge, type Rating } from './rating.js';
import { scoreOf } from './score.js';
import type { Sentences } from './sentences.js';
import type { StarInput } from './star-input.js';

/** ARIA: up to so many values a radio group, more a slider. */
const mostRadios = 7;

/**
 * Draws it all. The parts of one template share what they know, so they are one function.
 * @param labelText - the names that the page's `<label>` elements give
 */
export function drawRating(
  rating: Rating,
  knowledge: Knowledge,
  say: Sentences,
  input: StarInput,
  labelText: string,
): TemplateResult {
  const { max, value, average, summary } = rating;
  const { place, votes } = knowledge;
  const { words, tag } = say;
  const symbol = rating.querySelector<SVGElement>(':scope > svg[slot="symbol"]');
  const isVotable = !!place?.isVotable;
  const isDisabled = rating.matches(':disabled');
  const canVote = isOpen(rating, knowledge);

  const score = scoreOf(votes?.tally, average, rating.count, max);
  const mean = score?.average ?? average;
  const chosen = knowledge.preview ?? value;
  const isOwn = chosen !== null && (isVotable || mean === null);
  const filled = (isOwn ? chosen : mean) ?? 0;
  const rowClass = `stars ${isOwn ? 'own' : ''}`;
  const name = [rating.label, labelText].find(Boolean) ?? words.label;
  const description = say.whole(score, value);

  const image = () =>
    html`<span part="stars" class=${rowClass} role="img" aria-label=${[name, description].filter(Boolean).join(': ')}
      >${drawStars(0, max, filled, symbol)}</span
    >`;

  const isSlider = max > mostRadios;
  const current = chosen ?? 0;
  const [tabStop, other] = isDisabled ? [nothing, nothing] : [0, -1];
  const star = (index: number) => {
    const score = index + 1;
    return html`<span
      part="star"
      class="star"
      role=${isSlider ? nothing : 'radio'}
      aria-checked=${isSlider ? nothing : score === value}
      aria-label=${isSlider ? nothing : say.star(score)}
      tabindex=${isSlider ? nothing : score === (current || 1) ? tabStop : other}
      >${drawStars(index, score, filled, symbol)}</span
    >`;
  };
  const control = () =>
    html`<span
      part="stars"
      class=${rowClass}
      role=${isSlider ? 'slider' : 'radiogroup'}
      aria-label=${name}
      aria-description=${description || nothing}
      aria-disabled=${isDisabled || nothing}
      aria-readonly=${isLocked(rating, knowledge) || nothing}
      aria-required=${(rating.required && !isSlider) || nothing}
      aria-valuemax=${isSlider ? max : nothing}
      aria-valuenow=${isSlider ? current : nothing}
      aria-valuetext=${isSlider ? say.star(current) : nothing}
      tabindex=${isSlider ? tabStop : nothing}
      @click=${input.click}
      @pointermove=${input.pointermove}
      @pointerleave=${input.leave}
      @focusout=${input.leave}
      @keydown=${input.keydown}
      >${[...Array(max).keys()].map(star)}</span
    >`;

  const isShort = summary === 'short';
  const lines = () =>
    html`<span part="summary" class=${isShort ? 'text' : 'text wide'} aria-hidden=${isVotable ? nothing : 'true'}
      >${score || place?.asksTally ? say.lines(score, isShort) : nothing}${
        isShort || hasVoted(rating, knowledge) || !canVote
          ? nothing
          : html`<span class="invitation">${words.invitation}</span>`
      }</span
    >`;

  const own = votes?.own;
  const delivery = own && deliveryOf(own, votes.isTrying);
  const button = (text: string, use?: () => void) => {
    const onClick = () => {
      use?.();
      // The button may go with its use.
      rating.focus({ focusVisible: true });
    };
    return html`<button type="button" @click=${onClick}>${text}</button>`;
  };
  const status = () =>
    html`<span part="status" class="text wide"
      ><span role="status" aria-live=${votes?.hasNews ? 'polite' : 'off'}
        >${own && delivery ? `${say.own(toldScore(own))} ${words.delivery[delivery]}` : nothing}</span
      >${delivery === 'kept' || delivery === 'unsaved' ? button(words.retry, votes?.retry) : nothing}${
        own && own.state !== 'rejected' && canVote ? button(words.change) : nothing
      }</span
    >`;

  return html`<div part="base" class="base">
    <slot name="symbol" hidden @slotchange=${() => rating.requestUpdate()}></slot>
    ${isVotable ? control() : image()} ${summary === 'none' ? nothing : lines()}
    ${rating.histogram && score?.votes ? drawHistogram(score.votes, words.histogram, tag) : nothing}
    ${isVotable ? status() : nothing}
  </div>`;
}
