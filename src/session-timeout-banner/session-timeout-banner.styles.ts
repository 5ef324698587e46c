import { css } from 'lit';

export const sessionTimeoutBannerStyles = css`
  :host {
    display: contents;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    white-space: nowrap;
    clip-path: inset(50%);
  }

  .surface {
    inline-size: min(46em, 100% - 2em);
    padding: 1em 1.25em;
    visibility: visible;
    font-size: 1em;
    line-height: 1.4;
    color: var(--sao-session-color, light-dark(#1c1f23, #eee));
    background: var(--sao-session-background, light-dark(#fff, #23262b));
    border: 1px solid #8886;
    border-block-start: 3px solid var(--sao-session-accent, #c77d1a);
    border-radius: 6px;
    box-shadow: 0 8px 32px #0004;
  }

  div.surface {
    inset: var(--sao-session-inset, auto 0 0);
    margin: 1em auto;
  }

  dialog {
    max-inline-size: 28em;
  }

  dialog::backdrop {
    background: #0008;
  }

  .content {
    display: grid;
    gap: 0.25em 0.75em;
    align-items: center;
  }

  .message {
    grid-area: 1 / 1;
    font-weight: 600;
  }

  .countdown {
    grid-area: 2 / 1;
    font-variant-numeric: tabular-nums;
  }

  .action {
    min-block-size: 44px;
    margin-block-start: 0.5em;
    padding: 0.4em 1em;
    font: inherit;
    font-weight: 600;
    color: inherit;
    align-content: center;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    background: none;
    border: 1px solid;
    border-radius: 4px;
  }

  .main {
    color: Canvas;
    background: CanvasText;
    forced-color-adjust: none;
  }

  [aria-disabled='true'] {
    opacity: 0.6;
  }

  @media (width >= 38em) {
    div > .content {
      grid-template: 1fr / 1fr;
    }

    div > .content .action {
      grid-row: 1 / 3;
      max-inline-size: 16em;
      margin: 0;
    }
  }

  @media print {
    .surface {
      display: none;
    }
  }
`;
