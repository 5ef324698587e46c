import { gap, piecesOf, type TemplateResult } from './template.js';

/** Shows nothing, and takes an attribute away. */
export const nothing: unknown = [];

/** A place in a template: shows the value that it is given. An object each, as closures take twice the memory. */
export interface Part {
  show(value: unknown): void;
}

const svg = 'http://www.w3.org/2000/svg';

/** An attribute, a `.property` or an `@event`, whose whole value it is; a listener is called without `this`. */
class AttributePart implements Part {
  readonly #element: Element;
  readonly #name: string;
  #held = nothing;

  constructor(element: Element, name: string) {
    this.#element = element;
    this.#name = name;
  }

  show(value: unknown): void {
    const [element, name, held] = [this.#element, this.#name, this.#held];
    if (value === held) return;
    const key = name.slice(1);
    if (name.startsWith('@')) {
      element.removeEventListener(key, held as EventListener, held as EventListenerOptions);
      if (value !== nothing) element.addEventListener(key, value as EventListener, value as EventListenerOptions);
    } else if (name.startsWith('.')) (element as unknown as Record<string, unknown>)[key] = value;
    else if (value === nothing) element.removeAttribute(name);
    else element.setAttribute(name, (value ?? '') as string);
    this.#held = value;
  }
}

/** What stands between two nodes: a text, a node, a template, or a list of these. */
export class ChildPart implements Part {
  readonly #start: Comment;
  /** It stays for good: assistive technology hears of a change, not of something new. */
  readonly #text: Text;
  #held: unknown;
  #parts: Part[] | undefined;

  constructor(parent: Node) {
    this.#start = parent.appendChild(document.createComment(''));
    this.#text = parent.appendChild(document.createTextNode(''));
  }

  show(value: unknown): void {
    const text = this.#text;
    const isList = Array.isArray(value);
    const { strings, nodeType, contents = isList ? value : [] } = (value ?? {}) as Partial<TemplateResult & Node>;
    const content = isList || (strings ?? (nodeType && value));
    if (content || this.#held) {
      const added = document.createDocumentFragment();
      if (content !== this.#held) {
        while (text.previousSibling !== this.#start) text.previousSibling?.remove();
        this.#parts = strings ? build(added, strings) : [];
        if (nodeType) added.append(value as Node);
        this.#held = content;
      }
      const parts = this.#parts ?? [];
      while (parts.length < contents.length) parts.push(new ChildPart(added));
      // Filled before it is on the page: an element in it comes to life with its properties. What a list no longer has stays empty.
      parts.forEach((part, index) => {
        part.show(contents[index]);
      });
      text.before(added);
    }
    const words = content ? '' : [value].join('');
    if (text.data !== words) text.data = words;
  }
}

/**
 * Builds a template node by node. A page with Trusted Types allows `innerHTML` under a policy at most; creating nodes
 * needs none, in any browser.
 */
function build(place: DocumentFragment, strings: TemplateStringsArray): Part[] {
  const parts: Part[] = [];
  let parent: ParentNode = place;
  for (const [text, name, attributes, isVoid] of piecesOf(strings)) {
    if (name) {
      const element =
        name === 'svg' || (parent as Element).namespaceURI === svg
          ? document.createElementNS(svg, name)
          : document.createElement(name);
      for (const [key, value] of attributes) {
        if (value === gap) parts.push(new AttributePart(element, key));
        else element.setAttribute(key, value);
      }
      parent.append(element);
      if (!isVoid) parent = element;
    } else if (text === gap) parts.push(new ChildPart(parent));
    else if (text.startsWith('<')) parent = parent.parentNode ?? place;
    else parent.append(text);
  }
  return parts;
}
