import { css } from 'lit';

/**
 * Each layout is a handful of numbers; `auto` takes them by the width of its container. A card with `src` keeps one
 * height from first paint on: what its text does not fill stays free, what does not fit fades out.
 */
export const articleCardStyles = css`
  .base {
    container-type: inline-size;

    /* Where a host shrinks what it holds (floats, flex rows), a container has no width of its own. */
    contain-intrinsic-inline-size: 24em;
  }

  .card {
    --_accent: var(--sao-card-accent, color-mix(in oklab, #c8102e 60%, currentcolor));
    --_quiet: color-mix(in srgb, currentcolor 72%, transparent);
    --_wash: color-mix(in srgb, currentcolor 7%, transparent);
    --_columns: 100%;
    --_size: 1.25em;
    --_text: 17em;
    position: relative;
    display: grid;
    grid-template-columns: var(--_columns);
    gap: var(--sao-card-gap, 0.8em 1.25em);
    align-items: start;
    padding: var(--sao-card-padding, 0);
    border: var(--sao-card-border, 0);
    border-radius: var(--sao-card-radius, 0);
    background: var(--sao-card-background, none);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .compact {
    --_columns: 6.5em 1fr;
    --_size: 1em;
    --_text: 8.2em;
    --_story: none;
  }

  .horizontal {
    --_columns: 2fr 3fr;
    --_text: 14em;
  }

  .full {
    --_size: 2em;
    max-inline-size: var(--sao-card-measure, 44em);
  }

  @container (inline-size < 20em) {
    .auto {
      --_columns: 6.5em 1fr;
      --_size: 1em;
      --_text: 8.2em;
      --_story: none;
    }
  }

  @container (inline-size > 34em) {
    .auto {
      --_columns: 2fr 3fr;
      --_text: 14em;
    }
  }

  @container (inline-size > 54em) {
    .auto {
      --_columns: 3fr 2fr;
      --_size: 1.75em;
      --_text: 21em;
    }
  }

  .bare {
    --_columns: 100%;
  }

  .column,
  .text {
    display: flex;
    flex-direction: column;
    gap: 0.45em;
    min-inline-size: 0;
  }

  .media {
    display: grid;
    overflow: hidden;
    aspect-ratio: var(--_ratio);
    border-radius: var(--sao-card-image-radius, 3px);
    background: repeating-linear-gradient(135deg, var(--_wash) 0 1px, #0000 1px 12px) var(--_wash);
  }

  img,
  .media ::slotted(*) {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    object-fit: cover;
  }

  .broken img,
  .broken ::slotted(*) {
    opacity: 0;
  }

  .section {
    color: var(--_accent);
    font-size: 0.8em;
    font-weight: 700;
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
    outline: none;
    color: inherit;
    text-decoration: none;
  }

  .link:hover,
  .heading ::slotted(a:hover) {
    text-decoration: underline 0.07em;
    text-underline-offset: 0.15em;
  }

  .link::after,
  .heading ::slotted(a)::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  .link:focus-visible::after,
  .heading ::slotted(a:focus-visible)::after,
  button:focus-visible,
  a:focus-visible {
    outline: 2px solid var(--sao-card-focus, currentcolor);
    outline-offset: 3px;
  }

  /* Words lie above the link's area so that they can be selected, but below it while the secondary button is down. */
  .base:not(.raised) :is(.meta, .section, .story, .source),
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
  .body a,
  button {
    color: inherit;
  }

  .story,
  .source {
    display: var(--_story, block);
  }

  .body > div > *,
  .skeleton i {
    margin: 0.7em 0 0;
  }

  .body img {
    max-inline-size: 100%;
    inline-size: auto;
    block-size: auto;
  }

  button {
    display: block;
    margin-block-start: 0.6em;
    padding: 0.4em 1em;
    border: 1px solid;
    border-radius: 4px;
    background: none;
    font: inherit;
    cursor: pointer;
  }

  .skeleton {
    animation: breathe 1.5s infinite alternate;
  }

  .skeleton i {
    display: block;
    block-size: 0.8em;
    inline-size: 60%;
    background: var(--_wash);
  }

  .skeleton i:first-of-type {
    block-size: calc(var(--_size) * 2);
    inline-size: 100%;
    margin: 0;
  }

  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }

  .hidden {
    position: absolute;
    overflow: hidden;
    clip-path: inset(50%);
    inline-size: 1px;
    white-space: nowrap;
  }

  .rating:empty {
    min-block-size: 5.5em;
  }

  .reserved:not(.full) .text {
    block-size: var(--_text);
    overflow: hidden;
  }

  .reserved:not(.full) .story {
    flex: 1 1 0;
    min-block-size: 0;
    overflow: hidden;
    mask: linear-gradient(#000 calc(100% - 1.6em), #0000);
  }

  .reserved:not(.full) .heading {
    display: -webkit-box;
    flex: none;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }

  .reserved.full .text {
    min-block-size: 100vh;
  }

  @media print {
    .reserved .text,
    .reserved .story {
      block-size: auto !important;
      mask: none !important;
    }
  }

  @media (forced-colors: active) {
    .media,
    .skeleton i {
      border: 1px solid;
    }

    .reserved .story {
      mask: none !important;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
`;
