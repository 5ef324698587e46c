import { css } from 'lit';

export const sessionTimeoutBannerStyles = css`
  :host {
    display: contents;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .surface {
    position: fixed;
    inset: var(--sao-session-inset, auto 0 0);
    inline-size: min(var(--sao-session-width, 46em), 100% - 2em);
    max-block-size: calc(100% - 2em);
    margin: 1em auto;
    padding: 1em 1.25em;
    overflow: auto;
    visibility: visible;
    font-size: 1em;
    line-height: 1.4;
    color: var(--sao-session-color, light-dark(#1c1f23, #f0f0ee));
    background: var(--sao-session-background, light-dark(#fff, #23262b));
    border: 1px solid var(--sao-session-border, light-dark(#d5d7da, #43474e));
    border-block-start: 3px solid var(--sao-session-accent, light-dark(#a85b00, #f2b35c));
    border-radius: var(--sao-session-radius, 6px);
    box-shadow: 0 8px 32px rgb(0 0 0 / 24%);
  }

  dialog.surface {
    inset: 0;
    inline-size: min(var(--sao-session-width, 28em), 100% - 2em);
    block-size: fit-content;
    margin: auto;
    padding: 1.5em;
    outline: none;
  }

  ::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  .content {
    display: grid;
    grid-template-columns: 1fr;
    gap: 0.25em 0.75em;
    align-items: center;
  }

  .message {
    font-weight: 600;
    text-wrap: balance;
  }

  .countdown {
    grid-row: 2;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .action {
    all: unset;
    box-sizing: border-box;
    margin-block-start: 0.5em;
    padding: 0.5em 1em;
    font-weight: 600;
    text-align: center;
    cursor: pointer;
    border: 1px solid currentcolor;
    border-radius: calc(var(--sao-session-radius, 6px) / 1.5);
  }

  .extend {
    color: var(--sao-session-button-color, light-dark(#fff, #1c1f23));
    background: var(--sao-session-button, light-dark(#1c1f23, #f0f0ee));
    border-color: transparent;
  }

  .action:hover {
    text-decoration: underline;
  }

  .action:focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: 2px;
  }

  .extend:focus-visible {
    outline-color: var(--sao-session-accent, light-dark(#a85b00, #f2b35c));
  }

  [aria-disabled='true'] {
    cursor: progress;
    opacity: 0.6;
  }

  @media (pointer: coarse) {
    .action {
      min-block-size: 44px;
    }
  }

  @media (width >= 38em) {
    div > .content {
      grid-template-columns: 1fr auto auto;
    }

    div > .content .action {
      grid-row: 1 / 3;
      max-inline-size: 16em;
      margin: 0;
    }
  }

  @media (forced-colors: active) {
    .extend {
      border-color: ButtonBorder;
    }
  }

  @media print {
    .surface {
      display: none;
    }
  }
`;
