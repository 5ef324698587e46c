import { css } from 'lit';

export const starRatingStyles = css`
  .base {
    --_size: var(--sao-star-size, 1.25em);
    --_color: var(--sao-star-color, light-dark(#b87700, #f5b82e));
    --_own: var(--sao-star-own-color, light-dark(#c2410c, #ff9d5c));
    --_empty: var(--sao-star-empty-color, light-dark(#857c73, #a39a90));

    /* WCAG 2.5.8 asks for 24 pixels everywhere, a finger for 44. */
    --_target: 24px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 0.5em;
  }

  @media (pointer: coarse) {
    .base {
      --_target: 44px;
    }
  }

  .stars {
    --_side: max(var(--_target), var(--_size));
    display: flex;
    flex: none;
    block-size: var(--_side);
    align-items: center;
    border-radius: 0.2em;
  }

  /* Targets reach beyond the line rather than to stretch it. */
  @media not (pointer: coarse) {
    .stars {
      margin-block: min(0px, (max(1lh, var(--_size) * 0.9) - var(--_side)) / 2);
    }
  }

  .still {
    --_target: 0px;
  }

  .star {
    display: grid;
    place-items: center;
    block-size: 100%;
    inline-size: max(var(--_target), var(--_size) * 7 / 6);
    border-radius: inherit;
    cursor: pointer;
    user-select: none;
    -webkit-tap-highlight-color: transparent;
  }

  [aria-disabled='true'] {
    opacity: 0.6;
  }

  [aria-disabled='true'] .star,
  [aria-readonly='true'] .star {
    cursor: default;
  }

  .symbol {
    display: block;
    block-size: var(--_size);
    stroke-width: 1.6;
    stroke-linejoin: round;
    transition: scale 0.15s;
  }

  .star .symbol {
    inline-size: var(--_size);
  }

  /* The part that is full begins where reading begins; a host's own symbol is turned back. */
  :host(:dir(rtl)) .symbol,
  :host(:dir(rtl)) .symbol g g,
  :host(:dir(rtl)) .full > g {
    transform: scaleX(-1);
    transform-box: fill-box;
    transform-origin: center;
  }

  .empty * {
    fill: none;
    stroke: var(--_empty);
  }

  .full {
    color: var(--_color);
    fill: currentcolor;
    stroke: currentcolor;
  }

  .own .full {
    color: var(--_own);
  }

  :focus-visible {
    outline: 2px solid currentcolor;
  }

  .summary,
  .status,
  .histogram {
    font-size: 0.875em;
  }

  .status,
  .histogram {
    flex: 1 0 100%;
  }

  .summary {
    flex: 0 1 auto;
  }

  .wide {
    flex-basis: 100%;
  }

  .line {
    display: block;
  }

  .histogram {
    display: grid;
    grid-template-columns: auto minmax(0, 12em) auto;
    gap: 0 0.75em;
    align-items: center;
    justify-content: start;
    font-variant-numeric: tabular-nums;
  }

  .histogram svg {
    inline-size: 100%;
    block-size: 0.5em;
    color: var(--_color);
    fill: currentcolor;
  }

  .track {
    opacity: 0.2;
  }

  button {
    all: unset;
    min-block-size: var(--_target);
    margin-inline-end: 0.75em;
    text-decoration: underline;
    cursor: pointer;
  }

  button:focus-visible {
    outline: 2px solid;
  }

  @media (hover: hover) {
    .open .star:hover .symbol {
      scale: 1.12;
    }
  }

  .open .star:active .symbol {
    scale: 0.88;
  }

  .cast .chosen .symbol {
    animation: cast 0.4s;
  }

  @keyframes cast {
    40% {
      scale: 1.3;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .symbol {
      transition: none;
      animation: none;
    }
  }

  @media (prefers-contrast: more) {
    .base {
      --_empty: currentcolor;
      --_color: light-dark(#7a4a00, #ffd76a);
      --_own: light-dark(#8f2d00, #ffc09a);
    }
  }

  @media (forced-colors: active) {
    .symbol * {
      stroke: CanvasText;
    }

    .full * {
      fill: CanvasText;
    }

    .own .full * {
      fill: Highlight;
      stroke: Highlight;
    }

    .histogram svg {
      fill: CanvasText;
    }
  }

  @media print {
    button,
    .invitation {
      display: none;
    }
  }
`;
