import { css } from 'lit';

export const sessionTimeoutBannerStyles = css`
  :host {
    display: contents;
  }

  .unseen {
    all: initial;
    position: fixed;
    clip-path: inset(50%);
  }

  .base {
    position: fixed;
    inset: 0;
    box-sizing: border-box;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    inline-size: min(40em, 100% - 2em);
    block-size: fit-content;
    max-block-size: calc(100% - 2em);
    padding: 1em;
    margin: auto;
    overflow: auto;
    visibility: visible;
    color: var(--sao-session-color, CanvasText);
    background: var(--sao-session-background, Canvas);
    border: 1px solid #8886;
    border-block-start: 3px solid var(--sao-session-accent, #c77d1a);
    border-radius: 6px;
    box-shadow: 0 8px 32px #0004;
  }

  [popover] {
    inset: var(--sao-session-inset, auto 0 0);
    margin-block: 1em;
  }

  dialog::backdrop {
    background: #0008;
  }

  #message {
    flex: 100%;
    font-weight: 600;
  }

  [role='timer'] {
    flex: auto;
    font-variant-numeric: tabular-nums;
  }

  a,
  button {
    flex: auto;
    order: 1;
    padding: 0.8em 1em;
    font: inherit;
    font-weight: 600;
    color: inherit;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    background: none;
    border: 1px solid;
    border-radius: 4px;
  }

  a,
  [part='extend'] {
    color: Canvas;
    background: CanvasText;
    forced-color-adjust: none;
  }

  [aria-disabled='true'] {
    opacity: 0.6;
  }

  @media print {
    .base {
      display: none;
    }
  }
`;
