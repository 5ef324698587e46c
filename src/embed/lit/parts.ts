import { TemplateResult, templateOf, type Template } from './template.js';

/** Shows nothing, and takes an attribute away. */
export const nothing = Symbol();

/** Takes the values for one place of a template, and changes what is on the page where they differ from the last. */
type Part = (values: unknown[]) => void;
type Listener = EventListener | (EventListenerObject & AddEventListenerOptions);

const written = (value: unknown) => [value].join('');

/** An attribute, a `.property` or an `@event`. */
function attributePart(element: Element, name: string, strings: string[], host: object): Part {
  const key = name.slice(1);
  let held: unknown = nothing;
  let listener: Listener | undefined;
  const onEvent = (event: Event) => {
    if (typeof listener === 'function') listener.call(host, event);
    else listener?.handleEvent(event);
  };
  return (values) => {
    const isWhole = strings.length === 2 && !strings.join('');
    const value = isWhole
      ? values[0]
      : values.includes(nothing)
        ? nothing
        : strings.reduce((text, string, index) => text + written(values[index - 1]) + string);
    if (value === held) return;
    if (name.startsWith('@')) {
      if (!listener) element.addEventListener(key, onEvent, value as AddEventListenerOptions);
      listener = value === nothing ? undefined : (value as Listener | undefined);
    } else if (name.startsWith('.')) Object.assign(element, { [key]: value === nothing ? undefined : value });
    else if (value === nothing) element.removeAttribute(name);
    else element.setAttribute(name, written(value));
    held = value;
  };
}

/** What stands between two nodes: a text, a node, a template, or a list of these. */
export class ChildPart {
  readonly #start: ChildNode;
  readonly #end: ChildNode | null;
  readonly #host: object;
  #held: unknown;
  /** Kept while there is text: assistive technology hears of a change, not of something new. */
  #text: Text | undefined;
  #template: Template | undefined;
  #parts: [Part, number][] = [];
  #items: ChildPart[] | undefined;

  constructor(start: ChildNode, end: ChildNode | null, host: object) {
    this.#start = start;
    this.#end = end;
    this.#host = host;
  }

  set(value: unknown): void {
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

  #insert<Inserted extends Node>(node: Inserted): Inserted {
    return (this.#start.parentNode as Node).insertBefore(node, this.#end);
  }

  #clear(): void {
    while (this.#start.nextSibling !== this.#end) this.#start.nextSibling?.remove();
    this.#held = this.#text = this.#template = this.#items = undefined;
  }

  #render({ strings, values }: TemplateResult): void {
    const template = templateOf(strings);
    if (template !== this.#template) {
      this.#clear();
      this.#template = template;
      const copy = document.importNode(template.content, true);
      const walker = document.createTreeWalker(copy, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
      const nodes: Node[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      this.#parts = template.places.map(({ node, attribute, strings: around }) => {
        const place = nodes[node] as Element;
        const child = new ChildPart(place, place.nextSibling, this.#host);
        const part: Part = attribute
          ? attributePart(place, attribute, around, this.#host)
          : ([inner]) => {
              child.set(inner);
            };
        return [part, around.length - 1];
      });
      // Filled before it is on the page: an element in it comes to life with its attributes.
      this.#fill(values);
      this.#insert(copy);
    } else this.#fill(values);
  }

  #fill(values: unknown[]): void {
    let next = 0;
    for (const [part, count] of this.#parts) part(values.slice(next, (next += count)));
  }

  #list(values: unknown[]): void {
    if (!this.#items) this.#clear();
    const items = (this.#items ??= []);
    values.forEach((value, index) => {
      const item = (items[index] ??= new ChildPart(
        this.#insert(new Comment()),
        this.#insert(new Comment()),
        this.#host,
      ));
      item.set(value);
    });
    for (const item of items.splice(values.length)) item.remove();
  }

  /** Of a list: with its two bounds. */
  remove(): void {
    this.#clear();
    this.#start.remove();
    this.#end?.remove();
  }
}
