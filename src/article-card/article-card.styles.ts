import { css } from 'lit';

/**
 * Each layout is a handful of numbers; `auto` takes them by the width of its container. A card with `src` keeps one
 * height from first paint on: what its text does not fill stays free, what does not fit fades out.
 */
export const articleCardStyles = css`
  .base {
    container-type: inline-size;
  }

  .card {
    --_accent: var(--sao-card-accent, color-mix(in oklab, #c8102e 60%, currentcolor));
    --_quiet: color-mix(in srgb, currentcolor 72%, transparent);
    --_wash: color-mix(in srgb, currentcolor 9%, transparent);
    --_columns: 100%;
    --_size: 1.25em;
    --_text: 17em;
    display: grid;
    position: relative;
    grid-template-columns: var(--_columns);
    align-items: start;
    gap: var(--sao-card-gap, 0.8em 1.25em);
    padding: var(--sao-card-padding, 0);
    border: var(--sao-card-border, 0);
    border-radius: var(--sao-card-radius, 0);
    background: var(--sao-card-background, none);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .column,
  .text {
    display: flex;
    flex-direction: column;
    gap: 0.45em;
    min-inline-size: 0;
  }

  .media {
    position: relative;
    display: grid;
    overflow: hidden;
    aspect-ratio: var(--_ratio, 16/9);
    border-radius: var(--sao-card-image-radius, 3px);
    background: var(--_wash);
    color: var(--_quiet);
  }

  .media > *,
  .media ::slotted(*) {
    grid-area: 1/1;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    object-fit: cover;
  }

  .media > svg {
    place-self: center;
    inline-size: min(3em, 40%);
    opacity: 0.45;
  }

  .broken > img,
  .broken ::slotted(*) {
    opacity: 0;
  }

  .section {
    color: var(--_accent);
    font-size: 0.8em;
    font-weight: 700;
    letter-spacing: 0.02em;
  }

  .heading {
    font-family: var(--sao-card-heading-font, inherit);
    font-size: var(--_size);
    font-weight: 700;
    line-height: 1.25;
    hyphens: auto;
    text-wrap: pretty;
  }

  .heading ::slotted(*) {
    margin: 0;
    font: inherit;
  }

  .link,
  .heading ::slotted(a) {
    color: inherit;
    text-decoration: none;
    outline: none;
  }

  .link::after,
  .heading ::slotted(a)::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--sao-card-radius, 2px);
  }

  .link:focus-visible::after,
  .heading ::slotted(a:focus-visible)::after {
    outline: 2px solid var(--sao-card-focus, currentcolor);
    outline-offset: 3px;
  }

  .link:hover,
  .heading ::slotted(a:hover) {
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.15em;
  }

  .meta,
  .section,
  .story,
  .source {
    position: relative;
  }

  /* While the secondary button goes down the link covers the words too, so that its menu is the link's. */
  .raised :is(.meta, .section, .story, .source) {
    position: static;
  }

  .section,
  .rating,
  .actions,
  .error,
  .story a,
  .source a {
    position: relative;
    z-index: 1;
  }

  .meta,
  .source {
    color: var(--_quiet);
    font-size: 0.85em;
  }

  .meta > * + *::before {
    content: '·' / '';
    margin-inline: 0.45em;
  }

  .source a,
  .body a {
    color: inherit;
    text-decoration-color: var(--_quiet);
    text-underline-offset: 0.15em;
  }

  .lead {
    text-wrap: pretty;
  }

  .body {
    margin-block-start: 0.6em;
  }

  .body :is(p, ul, ol, dl, blockquote, figure, table, pre) {
    margin: 0 0 0.8em;
  }

  .body :is(img, table, pre) {
    max-inline-size: 100%;
    block-size: auto;
    overflow: auto;
  }

  .error {
    display: grid;
    gap: 0.6em;
    justify-items: start;
  }

  button {
    padding: 0.4em 1em;
    border: 1px solid;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  button:focus-visible,
  a:focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }

  .skeleton {
    display: grid;
    gap: 0.7em;
    animation: breathe 1.8s ease-in-out infinite alternate;
  }

  .skeleton i {
    block-size: 0.8em;
    inline-size: 60%;
    border-radius: 2px;
    background: var(--_wash);
  }

  .skeleton i:nth-of-type(1),
  .skeleton i:nth-of-type(2) {
    block-size: calc(var(--_size) * 0.9);
    inline-size: 100%;
  }

  .skeleton i:nth-of-type(3) {
    inline-size: 40%;
  }

  .skeleton i:nth-of-type(4) {
    inline-size: 100%;
  }

  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }

  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .rating:empty {
    min-block-size: 5em;
  }

  .reserved .text {
    block-size: var(--_text);
  }

  .reserved .story {
    flex: 1 1 0;
    min-block-size: 0;
    overflow: hidden;
    mask: linear-gradient(#000 calc(100% - 1.6em), transparent);
  }

  .reserved.full .text {
    block-size: auto;
    min-block-size: 100vh;
  }

  .reserved.full .story {
    overflow: visible;
    mask: none;
  }

  .full {
    --_size: 2em;
    max-inline-size: var(--sao-card-measure, 44em);
  }

  .full .lead {
    font-size: 1.1em;
  }

  .compact {
    --_columns: 5.5em minmax(0, 1fr);
    --_size: 1em;
    --_text: 6.5em;
  }

  .horizontal {
    --_columns: minmax(0, 2fr) minmax(0, 3fr);
    --_text: 13em;
  }

  .bare {
    --_columns: 100%;
  }

  @media print {
    .reserved .text {
      block-size: auto;
    }
  }

  @media (forced-colors: active) {
    .media,
    .skeleton i {
      border: 1px solid;
    }

    .reserved .story {
      mask: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }

  @container (inline-size < 20em) {
    .auto {
      --_columns: 5.5em minmax(0, 1fr);
      --_size: 1em;
      --_text: 6.5em;
    }
  }
`;
