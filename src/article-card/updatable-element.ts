import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { SaoElement } from '../shared/element.js';

/** `SaoElement` without Lit's callback `updated`: a card has an attribute of that name, and so a property. */
export declare abstract class ElementWithoutUpdated extends HTMLElement {
  static styles?: CSSResultGroup;
  static properties?: PropertyDeclarations;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  protected language: string;
  protected setState(name: string, on: boolean): void;
  protected emit(type: string, detail?: unknown): void;
  protected arrived(): void;
  protected left(): void;
  protected update(changed: PropertyValues): void;
  protected scheduleUpdate(): unknown;
  protected getUpdateComplete(): Promise<boolean>;
  protected willUpdate(changed: PropertyValues): void;
  protected render(): TemplateResult;
  requestUpdate(name?: PropertyKey, oldValue?: unknown): void;
}

const Base = SaoElement as unknown as typeof ElementWithoutUpdated;

/** An element whose property `updated` is the attribute's text. Lit meets its callback there only after an update. */
export abstract class UpdatableElement extends Base {
  /** What other elements do in `updated()`. */
  protected abstract rendered(): void;

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const value = () => {
      Reflect.deleteProperty(this, 'updated');
      this.rendered();
    };
    // It hides the property's accessor, until Lit calls it.
    Object.defineProperty(this, 'updated', { configurable: true, value });
  }
}
