import { css } from 'lit';

export const starRatingStyles = css`
  .base {
    /* WCAG 2.5.8 asks for 24 pixels everywhere, a finger for 44. */
    --_target: 24px;
    --_size: var(--sao-star-size, 1.25em);
    column-gap: 0.5em;
  }

  .base,
  .stars {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }

  .stars {
    /* Targets reach beyond the line rather than to stretch it. */
    margin-block: min(0px, (max(1lh, var(--_size) * 0.9) - max(var(--_target), var(--_size))) / 2);
  }

  [role='img'] {
    --_target: 0px;
  }

  @media (pointer: coarse) {
    .base {
      --_target: 44px;
    }

    .stars {
      margin: 0;
    }
  }

  .star {
    display: grid;
    place-items: center;
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    padding-inline: calc(var(--_size) / 12);
  }

  .star,
  button {
    cursor: pointer;
  }

  [aria-disabled] {
    opacity: 0.6;
  }

  [aria-disabled],
  [aria-readonly] {
    pointer-events: none;
  }

  .symbol {
    max-inline-size: 100%;
    block-size: var(--_size);
    fill: currentcolor;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linejoin: round;
  }

  .stars,
  progress {
    color: var(--sao-star-color, light-dark(#b87700, #f5b82e));
  }

  .empty,
  .empty * {
    fill: none;
    stroke: var(--sao-star-empty-color, light-dark(#857c73, #a39a90));
  }

  /* The host's text colour is what can be read there. */
  @media (prefers-contrast: more), (forced-colors: active) {
    .stars,
    progress {
      color: inherit;
    }

    .empty,
    .empty * {
      stroke: currentcolor;
    }
  }

  .own {
    color: var(--sao-star-own-color, light-dark(#c2410c, #ff9d5c));
  }

  /* What is full begins where reading begins; a host's own symbol is turned back. */
  :host(:dir(rtl)) .symbol,
  :host(:dir(rtl)) .copy {
    transform: scaleX(-1);
    transform-box: fill-box;
    transform-origin: center;
  }

  .text {
    font-size: 0.875em;
    white-space: pre-line;
  }

  .wide {
    flex: 1 0 100%;
  }

  /* Vietnamese words reach up to where their line begins. */
  [part='summary'].wide {
    margin-block-start: 0.3em;
  }

  .invitation {
    display: block;
  }

  .histogram {
    display: grid;
    grid-template-columns: auto minmax(0, 12em) 1fr;
    column-gap: 0.75em;
    align-items: center;
  }

  progress {
    inline-size: 100%;
    accent-color: currentcolor;
  }

  button {
    all: unset;
    min-block-size: var(--_target);
    margin-inline-start: 0.75em;
    text-decoration: underline;
  }

  :focus-visible {
    outline: 2px solid;
    border-radius: 4px;
  }

  @media (prefers-reduced-motion: no-preference) {
    .symbol {
      transition: scale 0.2s;
    }

    :host(:state(pending)) [aria-checked='true'] .symbol {
      scale: 1.2;
    }
  }

  @media (forced-colors: active) {
    .own {
      color: Highlight;
    }

    .full .copy * {
      fill: currentcolor;
    }
  }

  @media print {
    button,
    .invitation {
      display: none;
    }
  }
`;
