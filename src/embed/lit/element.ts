import { ChildPart } from './parts.js';

/** How a property is declared, as for Lit. */
interface Declaration {
  /** By default the name; else the name with hyphens in place of the capitals. */
  attribute?: string | false;
  type?: (text: string) => unknown;
  converter?: (text: string | null) => unknown;
  /** Its name is the attribute's, its value a text, `true`, or something that takes the attribute away. */
  reflect?: boolean;
  /** Whether the class brings its own getter and setter. */
  noAccessor?: boolean;
}

type Properties = Record<PropertyKey, unknown>;
type Changes = Map<PropertyKey, unknown>;

/** What an attribute says about its property. */
function read({ type, converter }: Declaration, text: string | null): unknown {
  if (converter) return converter(text);
  if (type === Boolean) return text !== null;
  return type && text !== null ? type(text) : text;
}

/** An element with declared properties that renders in a microtask after they changed, with Lit's names and order. */
export class LitElement extends HTMLElement {
  static properties: Record<string, Declaration> = {};
  static styles: CSSStyleSheet[] = [];

  hasUpdated = false;
  readonly renderRoot = this.attachShadow({ mode: 'open' });

  readonly #values: Properties = {};
  /** What the host had set before the element came to life. */
  readonly #early: Properties = {};
  readonly #content = new ChildPart(this.renderRoot);
  /** What changed since the last update; nothing where none is due. */
  #changes: Changes | undefined;
  #connect!: (value: unknown) => void;
  readonly #connected = new Promise((resolve) => (this.#connect = resolve));
  #update!: Promise<boolean>;

  get #declared(): Record<string, Declaration> {
    return (this.constructor as typeof LitElement).properties;
  }

  /** Asked for when the element is defined, the moment to give it its accessors, and by whoever wants to know. */
  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([name, declaration]) => {
      const accessor = {
        configurable: true,
        get(this: LitElement) {
          return this.#values[name];
        },
        set(this: LitElement, value: unknown) {
          const before = this.#values[name];
          this.#values[name] = value;
          this.requestUpdate(name, before);
        },
      };
      if (!declaration.noAccessor) Object.defineProperty(this.prototype, name, accessor);
      return (declaration.attribute ?? name) || [];
    });
  }

  constructor() {
    super();
    this.renderRoot.adoptedStyleSheets = (this.constructor as typeof LitElement).styles;
    for (const name in this.#declared) {
      if (!Object.hasOwn(this, name)) continue;
      this.#early[name] = (this as unknown as Properties)[name];
      Reflect.deleteProperty(this, name);
    }
    this.requestUpdate();
  }

  connectedCallback(): void {
    this.#connect(true);
  }

  disconnectedCallback(): void {
    // For those that extend it.
  }

  attributeChangedCallback(attribute: string, _before: string | null, text: string | null): void {
    const name = attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const declaration = this.#declared[name];
    if (declaration) Object.assign(this, { [name]: read(declaration, text) });
  }

  /** Resolves after the rendering that is due, with whether nothing more is. */
  get updateComplete(): Promise<boolean> {
    return this.getUpdateComplete();
  }

  protected getUpdateComplete(): Promise<boolean> {
    return this.#update;
  }

  requestUpdate(name?: PropertyKey, before?: unknown): void {
    if (name && Object.is((this as unknown as Properties)[name], before)) return;
    if (!this.#changes) {
      this.#changes = new Map<PropertyKey, unknown>();
      this.#update = this.#perform();
    }
    if (name && !this.#changes.has(name)) this.#changes.set(name, before);
  }

  protected willUpdate?(changes: Changes): void;
  protected render?(): unknown;
  protected updated?(changes: Changes): void;

  protected update(changes: Changes): void {
    for (const name of changes.keys() as MapIterator<string>) {
      if (!this.#declared[name]?.reflect) continue;
      const value = this.#values[name] ?? false;
      if (value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? '' : (value as string));
    }
    this.#content.show(this.render?.());
  }

  async #perform(): Promise<boolean> {
    await this.#connected;
    await this.scheduleUpdate();
    return !this.#changes;
  }

  /** The place to let the update that is due wait. */
  protected scheduleUpdate(): Promise<unknown> | undefined {
    const changes = this.#changes ?? new Map<PropertyKey, unknown>();
    try {
      if (!this.hasUpdated) Object.assign(this, this.#early);
      // What it changes belongs to this update; what is changed from here on needs another one.
      this.willUpdate?.(changes);
    } finally {
      this.#changes = undefined;
    }
    this.update(changes);
    this.hasUpdated = true;
    this.updated?.(changes);
    return undefined;
  }
}
