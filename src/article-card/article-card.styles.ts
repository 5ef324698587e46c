import { css } from 'lit';

/**
 * Each layout is a handful of numbers; `auto` takes them by the width of its container. A card with `src` keeps one
 * height from first paint on: what its text does not fill stays free, what does not fit fades out. A token that is not
 * set leaves its property at the initial value.
 */
export const articleCardStyles = css`
  .base {
    --_wash: color-mix(in srgb, currentcolor 8%, #0000);

    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: var(--sao-card-gap, 0.8em 1.25em);
    align-items: start;
    padding: var(--sao-card-padding);
    border: var(--sao-card-border);
    border-radius: var(--sao-card-radius);
    background: var(--sao-card-background);
    container-type: inline-size;

    /* Where a host shrinks what it holds (floats, flex rows), a container has no width of its own. */
    contain-intrinsic-inline-size: 24em;
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .media {
    display: grid;
    inline-size: var(--_media, 100%);
    overflow: hidden;
    aspect-ratio: var(--_ratio);
    border-radius: var(--sao-card-image-radius, 3px);
    background: repeating-linear-gradient(135deg, var(--_wash) 0 1px, #0000 1px 12px) var(--_wash);
  }

  /* Beside a narrower image, else below. */
  .column {
    flex: 1 0 1px;
    min-inline-size: 0;
  }

  .compact > * {
    --_media: clamp(4em, 30%, 6.5em);
    --_size: 1em;
    --_text: 10em;
    --_story: none;
  }

  .horizontal > * {
    --_media: calc(40% - 0.5em);
    --_text: 15em;
  }

  .full {
    max-inline-size: var(--sao-card-measure, 44em);
  }

  .full > * {
    --_size: 2em;
  }

  @container (inline-size < 15em) {
    .auto > * {
      --_media: clamp(4em, 30%, 6.5em);
      --_size: 1em;
      --_text: 10em;
      --_story: none;
    }
  }

  @container (inline-size > 34em) {
    .auto > * {
      --_media: calc(40% - 0.5em);
      --_text: 15em;
    }
  }

  @container (inline-size > 54em) {
    .auto > * {
      --_media: calc(60% - 0.75em);
      --_size: 1.75em;
      --_text: 21em;
    }
  }

  .media img,
  .media ::slotted(*) {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    object-fit: cover;
  }

  .broken > * {
    opacity: 0;
  }

  .text {
    display: flex;
    flex-direction: column;
    gap: 0.45em;
  }

  .rating,
  .actions,
  button,
  .body > div > * {
    margin: 0.6em 0 0;
  }

  .section {
    color: var(--sao-card-accent, color-mix(in oklab, #c8102e 60%, currentcolor));
    font-size: 0.8em;
    font-weight: 700;
  }

  .heading {
    font-family: var(--sao-card-heading-font);
    font-size: var(--_size, 1.25em);
    font-weight: 700;
    line-height: 1.25;
    hyphens: auto;
  }

  .text slot[name]::slotted(*) {
    margin: 0;
    font: inherit;
  }

  .text a,
  .heading ::slotted(a),
  button {
    color: inherit;
  }

  .link,
  .heading ::slotted(a) {
    outline: none;
    text-decoration: none;
  }

  .link:hover,
  .heading ::slotted(a:hover) {
    text-decoration: underline;
  }

  .link::after,
  .heading ::slotted(a)::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  .link:focus-visible::after,
  .heading ::slotted(a:focus-visible)::after {
    outline: 2px solid var(--sao-card-focus, currentcolor);
    outline-offset: 3px;
  }

  /* Words lie above the link's area so that they can be selected, but below it while the secondary button is down. */
  .base:not(.raised) .text > :not(.heading),
  .rating,
  .actions,
  .text a:not(.link) {
    position: relative;
    z-index: 1;
  }

  .meta,
  .source {
    color: color-mix(in srgb, currentcolor 72%, #0000);
    font-size: 0.85em;
  }

  .meta > * + *::before {
    content: '·' / '';
    margin-inline: 0.45em;
  }

  .story,
  .source {
    display: var(--_story, block);
  }

  .story:not(:has(div)) {
    display: none;
  }

  .body img {
    max-inline-size: 100%;
    block-size: auto;
  }

  button {
    display: block;
    padding: 0.4em 1em;
    border: 1px solid;
    border-radius: 4px;
    background: none;
    font: inherit;
  }

  .skeleton {
    block-size: 7.1em;
    background: repeating-linear-gradient(var(--_wash) 0 1.1em, #0000 0 2em);
  }

  /* Where colours are forced there are no gradients, and no line is transparent. */
  .media,
  .skeleton {
    outline: 1px solid #0000;
    outline-offset: -1px;
  }

  .hidden {
    position: absolute;
    overflow: hidden;
    clip-path: inset(50%);
    inline-size: 1px;
    white-space: nowrap;
  }

  .rating {
    container-type: inline-size;
  }

  /* Room for a rating's lines, as often as a column of this width breaks them: for it, its tally and a vote to come. */
  .reserved .rating::before {
    content: '';
    float: left;
    block-size: max(7em, 18em - 58cqi, 32em - 220cqi);
  }

  /* Before the tally is known its lines would say that there are no votes, and move when there are. */
  sao-star-rating:state(loading)::part(summary) {
    visibility: hidden;
  }

  @media screen {
    .reserved:not(.full) .text {
      block-size: var(--_text, 18em);
      overflow: hidden;
    }

    .reserved:not(.full) .story {
      flex: 1 1 0;
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
  }
`;
