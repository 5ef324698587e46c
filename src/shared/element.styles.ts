import { css } from 'lit';

/**
 * The wall between host page and widget. A host's `* {}` beats `:host`, but nothing of it reaches an inner wrapper that
 * starts from `all: initial`; from outside come only the font, the colours and, by inheritance, the direction.
 */
export const elementStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .base {
    all: initial;
    display: block;
    font: inherit;
    color: inherit;
    color-scheme: inherit;
    visibility: inherit;
  }

  .base *,
  .base ::before,
  .base ::after {
    box-sizing: border-box;
  }
`;
