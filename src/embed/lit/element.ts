import { childPart } from './parts.js';

/** How a property is declared, as for Lit. */
interface Declaration {
  /** By default the name in lower case. */
  attribute?: string | false;
  type?: unknown;
  converter?: (text: string | null) => unknown;
  /** The value is then a text, `true`, or something that takes the attribute away. */
  reflect?: boolean;
  /** Whether the class brings its own getter and setter. */
  noAccessor?: boolean;
}

type Properties = Record<PropertyKey, unknown>;
type Changes = Map<PropertyKey, unknown>;

const attributeOf = (name: string, { attribute }: Declaration) => attribute ?? name.toLowerCase();

/** What an attribute says about its property. */
function read({ type, converter }: Declaration, text: string | null): unknown {
  if (converter) return converter(text);
  if (type === Boolean) return text !== null;
  return type === Number && text !== null ? Number(text) : text;
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
  readonly #show = childPart(this.renderRoot);
  #changes: Changes = new Map<PropertyKey, unknown>();
  #isPending = false;
  #connect!: (value: unknown) => void;
  readonly #connected = new Promise((resolve) => (this.#connect = resolve));
  #update!: Promise<boolean>;

  /** Asked for once, when the element is defined: the moment to give it its accessors. */
  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([name, declaration]) => {
      const accessor = {
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
      return attributeOf(name, declaration) || [];
    });
  }

  constructor() {
    super();
    const { properties, styles } = this.constructor as typeof LitElement;
    this.renderRoot.adoptedStyleSheets = styles;
    for (const name in properties) {
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
    for (const [name, declaration] of Object.entries((this.constructor as typeof LitElement).properties)) {
      if (attributeOf(name, declaration) === attribute) Object.assign(this, { [name]: read(declaration, text) });
    }
  }

  /** Resolves after the rendering that is due, with whether nothing more is. */
  get updateComplete(): Promise<boolean> {
    return this.getUpdateComplete();
  }

  protected getUpdateComplete(): Promise<boolean> {
    return this.#update;
  }

  requestUpdate(name?: PropertyKey, before?: unknown): void {
    if (name !== undefined) {
      if (Object.is((this as unknown as Properties)[name], before)) return;
      if (!this.#changes.has(name)) this.#changes.set(name, before);
    }
    if (!this.#isPending) this.#update = this.#perform();
  }

  protected willUpdate?(changes: Changes): void;
  protected render?(): unknown;
  protected updated?(changes: Changes): void;

  protected update(changes: Changes): void {
    for (const [name, declaration] of Object.entries((this.constructor as typeof LitElement).properties)) {
      if (!declaration.reflect || !changes.has(name)) continue;
      const value = this.#values[name] ?? false;
      const attribute = attributeOf(name, declaration) as string;
      if (value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? '' : (value as string));
    }
    this.#show(this.render?.());
  }

  async #perform(): Promise<boolean> {
    this.#isPending = true;
    await this.#connected;
    const changes = this.#changes;
    try {
      if (!this.hasUpdated) Object.assign(this, this.#early);
      // What it changes belongs to this update; what is changed from here on needs another one.
      this.willUpdate?.(changes);
    } finally {
      this.#isPending = false;
      this.#changes = new Map();
    }
    this.update(changes);
    this.hasUpdated = true;
    this.updated?.(changes);
    return !this.#isPending;
  }
}
