import { LitElement } from 'lit';
import { languageOf, watchLanguage } from './language.js';
import { page } from './page.js';

/**
 * What the three widgets have in common: they speak the language around them, hear of the page's configuration, show
 * custom states, and take a move within the document for what it is.
 */
export abstract class SaoElement extends LitElement {
  /** The language tag in force, a valid BCP 47 tag. */
  protected language = 'en';
  /** The form and accessibility side of the element, for its own class. */
  protected readonly internals = this.attachInternals();

  /** The page's configuration, its languages or a `lang` changed, or the element came somewhere. */
  readonly #look = () => {
    this.language = languageOf(this);
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    watchLanguage(this);
    this.#look();
    if (page.listeners.has(this.#look)) return;
    page.listeners.add(this.#look);
    this.arrived?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move is a removal and an insertion in one task; only an element still gone afterwards has left.
    queueMicrotask(() => {
      if (!this.isConnected && page.listeners.delete(this.#look)) this.left();
    });
  }

  /** The element came onto a page: the place to subscribe. */
  protected arrived?(): void;

  /** The element left the page for good: the place to let go of everything. */
  protected abstract left(): void;

  /** Turns a custom state (`:state(name)`) on or off. */
  protected setState(name: string, on: boolean): void {
    this.internals.states[on ? 'add' : 'delete'](name);
  }

  /** Dispatches a bubbling, composed event. */
  protected emit(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
