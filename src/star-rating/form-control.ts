import type { PropertyDeclarations } from 'lit';
import { SaoElement } from '../shared/element.js';
import { numberFromAttribute } from './attributes.js';

/** A number as a form's control: value, validity, reset, restore, label and disabled fieldset. */
export abstract class FormControl extends SaoElement {
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = {
    value: { noAccessor: true, converter: numberFromAttribute },
    // The form reads these two from the attribute.
    name: { reflect: true },
    disabled: { type: Boolean, reflect: true },
    required: { type: Boolean },
  };

  /** The name of the value in the form's data. */
  declare name: string | null;
  /** Takes no vote, and the form takes no value. */
  declare disabled: boolean;
  /** Whether the form is valid only with a value. */
  declare required: boolean;

  #value: number | null = null;

  constructor() {
    super();
    this.disabled = this.required = false;
    // A click on the form's label arrives at the element itself, never at something inside.
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  /** The chosen number, which is the form value; null where there is none. */
  get value(): number | null {
    return this.#value;
  }

  set value(value: number | null) {
    const former = this.#value;
    this.#value = value;
    // At once: who reads the form in an event of ours must find what the event tells.
    this.internals.setFormValue(value ? String(value) : null);
    this.#validate();
    this.requestUpdate('value', former);
  }

  /** The form that the element belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formResetCallback(): void {
    this.value = this.attributeValue;
  }

  formStateRestoreCallback(state: string): void {
    this.value = numberFromAttribute(state);
  }

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    this.tabStop?.focus(options);
  }

  protected override updated(): void {
    this.#validate();
  }

  /** What takes the focus, and where the browser shows that the value is missing. */
  protected get tabStop(): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>('[tabindex="0"]') ?? undefined;
  }

  protected get attributeValue(): number | null {
    return numberFromAttribute(this.getAttribute('value'));
  }

  /** The names that the page's `<label>` elements give. */
  protected get labelText(): string {
    // Asking for the labels searches the whole page, so only where there can be one.
    if (!this.id && !this.closest('label')) return '';
    return [...this.internals.labels].map(({ textContent }) => textContent?.trim()).join(' ');
  }

  /** What to say where a value is required and missing; nothing where none can be chosen. */
  protected abstract get requiredMessage(): string;

  #validate(): void {
    const message = this.required && this.#value === null ? this.requiredMessage : '';
    if (!message && this.validity.valid) return;
    this.internals.setValidity({ valueMissing: !!message }, message, this.tabStop);
  }
}
