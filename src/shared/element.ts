import { LitElement } from 'lit';
import { languageOf } from './language.js';
import { watchLanguage } from './language-observer.js';
import { page } from './page.js';

/**
 * What the three widgets have in common: they speak the language around them, hear of the page's configuration, show
 * custom states, and take a move within the document for what it is.
 */
export abstract class SaoElement extends LitElement {
  readonly #internals = this.attachInternals();
  #stop: (() => void) | undefined;

  /** The language tag in force, a valid BCP 47 tag. */
  protected language = 'en';

  /** The form and accessibility side of the element, for its own class. */
  protected get internals(): ElementInternals {
    return this.#internals;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#refreshLanguage();
    if (this.#stop) return;
    const stopWatching = watchLanguage(this, () => this.#refreshLanguage());
    const onPageChange = () => this.pageChanged();
    page.listeners.add(onPageChange);
    this.#stop = () => {
      stopWatching();
      page.listeners.delete(onPageChange);
    };
    this.arrived();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move is a removal and an insertion in one task; only an element still gone afterwards has left.
    queueMicrotask(() => {
      if (this.isConnected || !this.#stop) return;
      this.#stop();
      this.#stop = undefined;
      this.left();
    });
  }

  /** The element came onto a page: the place to subscribe. */
  protected arrived(): void {
    // Nothing by default.
  }

  /** The element left the page for good: the place to let go of everything. */
  protected left(): void {
    // Nothing by default.
  }

  /** The page's configuration or languages changed. */
  protected pageChanged(): void {
    this.requestUpdate();
  }

  /** Turns a custom state (`:state(name)`) on or off. */
  protected setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  /** Dispatches a bubbling, composed event. */
  protected emit(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #refreshLanguage(): void {
    const language = languageOf(this);
    if (language === this.language) return;
    this.language = language;
    this.requestUpdate();
  }
}
