import { ChildPart } from './parts.js';

/** How a property is declared, as for Lit. */
interface Declaration {
  /** By default the name in lower case. */
  attribute?: string | false;
  type?: unknown;
  converter?: (text: string | null) => unknown;
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
  renderRoot!: ShadowRoot;

  readonly #values: Properties = {};
  /** What the host had set before the element came to life. */
  readonly #early: Properties = {};
  #changes: Changes = new Map<PropertyKey, unknown>();
  #isPending = false;
  #reflecting = new Set<string>();
  /** The attribute that is read or written at this moment. */
  #passing: unknown;
  #connect!: (value: boolean) => void;
  #update = new Promise<boolean>((resolve) => (this.#connect = resolve));
  #content: ChildPart | undefined;

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

  get #declared(): Record<string, Declaration> {
    return (this.constructor as typeof LitElement).properties;
  }

  constructor() {
    super();
    for (const name in this.#declared) {
      if (!Object.hasOwn(this, name)) continue;
      this.#early[name] = (this as unknown as Properties)[name];
      Reflect.deleteProperty(this, name);
    }
    this.requestUpdate();
  }

  connectedCallback(): void {
    if (!this.shadowRoot) {
      // Lit's moment too: an element made by script costs nothing before it is on a page.
      // eslint-disable-next-line wc/attach-shadow-constructor
      this.renderRoot = this.attachShadow({ mode: 'open' });
      this.renderRoot.adoptedStyleSheets = (this.constructor as typeof LitElement).styles;
    }
    this.#connect(true);
  }

  disconnectedCallback(): void {
    // For those that extend it.
  }

  attributeChangedCallback(attribute: string, _before: string | null, text: string | null): void {
    if (this.#passing === attribute) return;
    for (const [name, declaration] of Object.entries(this.#declared)) {
      if (attributeOf(name, declaration) !== attribute) continue;
      this.#passing = attribute;
      Object.assign(this, { [name]: read(declaration, text) });
      this.#passing = undefined;
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
      this.#reflecting.add(String(name));
    }
    if (!this.#isPending) this.#update = this.#perform();
  }

  protected willUpdate?(changes: Changes): void;
  protected render?(): unknown;
  protected updated?(changes: Changes): void;

  // The changes are for those that extend it.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  protected update(_changes: Changes): void {
    const content = this.render?.();
    this.#reflect();
    this.#finish();
    this.#content ??= new ChildPart(this.renderRoot.appendChild(new Comment()), null, this);
    this.#content.set([content]);
  }

  async #perform(): Promise<boolean> {
    this.#isPending = true;
    // Whoever asked for the former one has heard how it failed.
    await this.#update.catch(() => undefined);
    const changes = this.#changes;
    try {
      if (!this.hasUpdated) Object.assign(this, this.#early);
      this.willUpdate?.(changes);
      this.update(changes);
    } catch (error) {
      this.#finish();
      throw error;
    }
    this.hasUpdated = true;
    this.updated?.(changes);
    return !this.#isPending;
  }

  #finish(): void {
    this.#isPending = false;
    this.#changes = new Map();
  }

  #reflect(): void {
    for (const name of this.#reflecting) {
      const declaration = this.#declared[name];
      if (!declaration?.reflect) continue;
      const attribute = (this.#passing = attributeOf(name, declaration) as string);
      const value = this.#values[name] as string | null | undefined;
      if (declaration.type === Boolean) this.toggleAttribute(attribute, !!value);
      else if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    }
    this.#passing = undefined;
    this.#reflecting.clear();
  }
}
