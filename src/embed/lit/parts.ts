import { TemplateResult, templateOf, type Template } from './template.js';

/** Shows nothing, and takes an attribute away. */
export const nothing = Symbol();

type Listener = EventListener | (EventListenerObject & AddEventListenerOptions);

/** Text as Lit writes it: null and undefined are nothing. */
const written = (value: unknown) => [value].join('');

/** An attribute, a `.property` or an `@event`. */
class AttributePart {
  readonly #element: Element;
  readonly #name: string;
  readonly #strings: string[];
  readonly #host: object;
  #held: unknown = nothing;

  constructor(element: Element, name: string, strings: string[], host: object) {
    this.#element = element;
    this.#name = name;
    this.#strings = strings;
    this.#host = host;
  }

  set(values: unknown[]): void {
    const strings = this.#strings;
    const isWhole = strings.length === 2 && !strings.join('');
    const value = isWhole
      ? values[0]
      : values.includes(nothing)
        ? nothing
        : strings.reduce((text, string, index) => text + written(values[index - 1]) + string);
    if (value === this.#held) return;
    const name = this.#name;
    const key = name.slice(1);
    if (name.startsWith('@')) this.#element.addEventListener(key, this, value as AddEventListenerOptions);
    else if (name.startsWith('.')) Object.assign(this.#element, { [key]: value === nothing ? undefined : value });
    else if (value === nothing) this.#element.removeAttribute(name);
    else this.#element.setAttribute(name, written(value));
    this.#held = value;
  }

  /** The browser takes the part itself for the listener, once, and finds here what listens now. */
  handleEvent(event: Event): void {
    const listener = this.#held as Listener | typeof nothing | undefined;
    if (typeof listener === 'function') listener.call(this.#host, event);
    else if (typeof listener === 'object') listener.handleEvent(event);
  }
}

/** What stands between two nodes: a text, a node, a template, or a list of these. */
export class ChildPart {
  readonly #start: ChildNode;
  /** The node after it, or the list that it is the last of. */
  readonly #end: ChildNode | ChildPart | null;
  readonly #host: object;
  /** The next of a list, before which this one ends. */
  #next: ChildPart | undefined;
  #held: unknown;
  /** Kept while there is text: assistive technology hears of a change, not of something new. */
  #text: Text | undefined;
  #template: Template | undefined;
  #parts: (ChildPart | AttributePart)[] | undefined;
  #items: ChildPart[] | undefined;

  constructor(start: ChildNode, end: ChildNode | ChildPart | null, host: object) {
    this.#start = start;
    this.#end = end;
    this.#host = host;
  }

  set(values: unknown[]): void {
    const [value] = values;
    if (value instanceof TemplateResult) this.#render(value);
    else if (Array.isArray(value)) this.#list(value);
    else {
      const content = value === nothing ? '' : (value ?? '');
      if (content === this.#held) return;
      if (content instanceof Node) {
        this.#clear();
        this.#insert(content);
      } else if (this.#text) this.#text.data = written(content);
      else {
        this.#clear();
        if (content !== '') this.#insert((this.#text = new Text(written(content))));
      }
      this.#held = content;
    }
  }

  get #until(): ChildNode | null {
    if (this.#next) return this.#next.#start;
    return this.#end instanceof ChildPart ? this.#end.#until : this.#end;
  }

  #insert<Inserted extends Node>(node: Inserted): Inserted {
    return (this.#start.parentNode as Node).insertBefore(node, this.#until);
  }

  #clear(): void {
    const until = this.#until;
    while (this.#start.nextSibling !== until) this.#start.nextSibling?.remove();
    this.#held = this.#text = this.#template = this.#parts = this.#items = undefined;
  }

  #render({ strings, values }: TemplateResult): void {
    const template = templateOf(strings);
    const parts = template === this.#template && this.#parts;
    if (parts) this.#fill(parts, template, values);
    else {
      this.#clear();
      this.#template = template;
      const copy = document.importNode(template.content, true);
      const walker = document.createTreeWalker(copy, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
      const nodes: Node[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      this.#parts = template.places.map(({ node, attribute, strings: around }) => {
        const place = nodes[node] as Element;
        return attribute
          ? new AttributePart(place, attribute, around, this.#host)
          : new ChildPart(place, place.nextSibling, this.#host);
      });
      // Filled before it is on the page: an element in it comes to life with its attributes.
      this.#fill(this.#parts, template, values);
      this.#insert(copy);
    }
  }

  #fill(parts: (ChildPart | AttributePart)[], { places }: Template, values: unknown[]): void {
    let next = 0;
    places.forEach(({ strings }, index) => {
      parts[index]?.set(values.slice(next, (next += strings.length - 1)));
    });
  }

  #list(values: unknown[]): void {
    if (!this.#items) this.#clear();
    const items = (this.#items ??= []);
    values.forEach((value, index) => {
      let item = items[index];
      if (!item) {
        items[index] = item = new ChildPart(this.#insert(new Comment()), this, this.#host);
        const before = items[index - 1];
        if (before) before.#next = item;
      }
      item.set([value]);
    });
    for (const item of items.splice(values.length)) {
      item.#clear();
      item.#start.remove();
    }
    const last = items.at(-1);
    if (last) last.#next = undefined;
  }
}
