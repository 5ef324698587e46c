import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { hexColour } from './hex-colour.js';
import { isColour, styleables, type Token } from './manifest.js';
import { samples } from './samples.js';
import { ThemeDraft } from './theme-draft.js';

/** Every token with a control, beside all three elements, which follow each change; the result is copied as CSS. */
export class ThemeEditor extends LitElement {
  static override properties = { themes: { attribute: false }, banner: { state: true }, said: { state: true } };

  /** Ready themes to begin with, by name. */
  declare themes: Record<string, string>;
  declare private banner: boolean;
  declare private said: string;
  readonly #draft = new ThemeDraft();

  constructor() {
    super();
    this.themes = {};
    this.banner = false;
    this.said = '';
    this.#draft.addEventListener('change', () => this.requestUpdate());
  }

  /** In the page's own tree, because the page's style is what is edited. */
  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<style .textContent=${this.#draft.css}></style>
      <div class="theming">
        <form class="controls" @submit=${(event: Event) => event.preventDefault()}>
          <fieldset class="row">
            <legend>Begin with</legend>
            <button type="button" @click=${() => this.#begin('')}>Defaults</button>
            ${Object.entries(this.themes).map(
              ([name, css]) => html`<button type="button" @click=${() => this.#begin(css)}>${name}</button>`,
            )}
          </fieldset>
          ${styleables.map(
            ({ tag, tokens }) =>
              html`<fieldset>
                <legend><code>&lt;${tag}&gt;</code></legend>
                ${tokens.map((token) => this.#control(token))}
              </fieldset>`,
          )}
        </form>
        <div class="result">
          <label class="row">
            <input
              type="checkbox"
              .checked=${this.banner}
              @change=${() => {
                this.banner = !this.banner;
              }}
            />
            Show the session banner
          </label>
          ${samples(this.banner)}
          <div class="row">
            <button type="button" class="copy" @click=${() => this.#copy()}>Copy as CSS</button>
            <span role="status">${this.said}</span>
          </div>
          <!-- A region that scrolls is reached by keyboard. -->
          <pre role="region" aria-label="The theme as CSS" tabindex="0"><code>${
            this.#draft.css || '/* Every token has its default. */'
          }</code></pre>
        </div>
      </div>`;
  }

  #control(token: Token): TemplateResult {
    const { name, description } = token;
    return html`<div class="token">
      ${
        isColour(token)
          ? html`<input
              type="color"
              aria-label="${name}, colour"
              data-token=${name}
              data-default=${token.default ?? ''}
              @input=${(event: Event) => this.#set(name, event)}
            />`
          : html`<span class="no-colour"></span>`
      }
      <label for=${name}><code>${name}</code></label>
      <input
        id=${name}
        placeholder=${token.default ?? nothing}
        aria-describedby="${name}-says"
        spellcheck="false"
        .value=${this.#draft.get(name)}
        @input=${(event: Event) => this.#set(name, event)}
      />
      <small id="${name}-says">${description}</small>
    </div>`;
  }

  /** A colour control shows what the page makes of the token now, in the scheme in force. */
  protected override updated(): void {
    for (const control of this.querySelectorAll<HTMLInputElement>('input[type=color]')) {
      const { token = '', default: initial } = control.dataset;
      const value = this.#draft.get(token) || initial;
      control.classList.toggle('unset', !value);
      control.style.outlineColor = '';
      if (!value) continue;
      control.style.outlineColor = value;
      control.value = hexColour(getComputedStyle(control).outlineColor);
    }
  }

  #begin(css: string): void {
    this.said = '';
    this.#draft.take(css.replace(/^\/\*.*?\*\/\s*/s, ''));
  }

  #set(name: string, { target }: Event): void {
    this.said = '';
    this.#draft.set(name, (target as HTMLInputElement).value);
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#draft.css);
      this.said = 'Copied.';
    } catch {
      const code = this.querySelector('pre code');
      if (code) getSelection()?.selectAllChildren(code);
      this.said = 'The browser keeps the clipboard to itself: the CSS is selected, copy it by keyboard.';
    }
  }
}

customElements.define('theme-editor', ThemeEditor);

/** @param themes ready themes to begin with, by name */
export const themeEditor = (themes: Record<string, string>): TemplateResult =>
  html`<theme-editor .themes=${themes}></theme-editor>`;
