import { css } from 'lit';

export const starRatingStyles = css`
  .base {
    /* WCAG 2.5.8 asks for 24 pixels everywhere, a finger for 44. */
    --_target: 24px;
    --_size: var(--sao-star-size, 1.25em);
    --_color: var(--sao-star-color, light-dark(#b87700, #f5b82e));
    --_empty: var(--sao-star-empty-color, light-dark(#857c73, #a39a90));
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 0.5em;
  }

  .stars {
    --_side: max(var(--_target), var(--_size));
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    min-block-size: var(--_side);

    /* Targets reach beyond the line rather than to stretch it. */
    margin-block: min(0px, (max(1lh, var(--_size) * 0.9) - var(--_side)) / 2);
    border-radius: 4px;
    color: var(--_color);
  }

  @media (pointer: coarse) {
    .base {
      --_target: 44px;
    }

    .stars {
      margin: 0;
    }
  }

  :host([readonly]) .base {
    --_target: 0px;
  }

  .own {
    color: var(--sao-star-own-color, light-dark(#c2410c, #ff9d5c));
  }

  .star {
    display: grid;
    place-items: center;
    block-size: var(--_side);
    inline-size: max(var(--_target), var(--_size) * 7 / 6);
    border-radius: inherit;
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

  .empty,
  .empty * {
    fill: none;
    stroke: var(--_empty);
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
  }

  .wide {
    flex: 1 0 100%;
  }

  .line {
    display: block;
  }

  .histogram {
    display: grid;
    grid-template-columns: auto minmax(0, 12em) auto;
    column-gap: 0.75em;
    align-items: center;
    justify-content: start;
  }

  .histogram svg {
    inline-size: 100%;
    block-size: 0.5em;
    fill: var(--_color);
  }

  .track {
    opacity: 0.2;
  }

  button {
    all: unset;
    min-block-size: var(--_target);
    margin-inline-start: 0.75em;
    text-decoration: underline;
  }

  :focus-visible {
    outline: 2px solid;
  }

  @media (prefers-reduced-motion: no-preference) {
    .symbol {
      transition: scale 0.2s;
    }

    .star:active .symbol {
      scale: 0.85;
    }

    :host(:state(pending)) .chosen .symbol {
      animation: cast 0.4s;
    }
  }

  @keyframes cast {
    40% {
      scale: 1.3;
    }
  }

  /* The host's text colour is what can be read there. */
  @media (prefers-contrast: more), (forced-colors: active) {
    .base {
      --_color: currentcolor;
      --_empty: currentcolor;
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
