/** What `html` makes of a template literal: its strings, which are the same at each call, and the values between them. */
export class TemplateResult {
  constructor(
    readonly strings: TemplateStringsArray,
    readonly values: unknown[],
  ) {}
}

export const html = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult =>
  new TemplateResult(strings, values);

/** Where values go: the node, counted as a `TreeWalker` meets it, and the attribute with the strings around the values. */
export interface Place {
  node: number;
  attribute?: string;
  strings: string[];
}

/** The nodes that all renderings of a template are copied from. */
export interface Template {
  content: DocumentFragment;
  places: Place[];
}

const svg = 'http://www.w3.org/2000/svg';
/** Stands for a value; no HTML can contain it. */
const gap = '\0';
const pieces = /<([a-z][\w-]*)((?:"[^"]*"|[^">])*)>|<\/[^>]*>|\0|[^<\0]+/g;
const attributes = /([^\s=/]+)(?:=(?:"([^"]*)"|([^\s"]+)))?/g;
const templates = new WeakMap<TemplateStringsArray, Template>();

/**
 * Builds a template node by node, once. A page with Trusted Types allows `innerHTML` under a policy at most; creating
 * nodes needs none, in any browser. It reads what our own templates are made of, and a test holds every one of them
 * against the browser's parser.
 */
export function templateOf(strings: TemplateStringsArray): Template {
  const known = templates.get(strings);
  if (known) return known;
  const { content } = document.createElement('template');
  const places: Place[] = [];
  // The template's own document, in which nothing is loaded and no element comes to life.
  const inert = content.ownerDocument;
  let place: Node = content;
  let node = 0;
  for (const [text, name, written = ''] of strings.join(gap).matchAll(pieces)) {
    if (name) {
      const namespace = name === 'svg' ? svg : ((place as Element).namespaceURI ?? 'http://www.w3.org/1999/xhtml');
      const element = inert.createElementNS(namespace, name);
      for (const [, key = '', quoted, bare] of written.matchAll(attributes)) {
        const around = (quoted ?? bare ?? '').split(gap);
        if (around[1] === undefined) element.setAttribute(key, around.join());
        else places.push({ node, attribute: key, strings: around });
      }
      node++;
      place.appendChild(element);
      if (!/^(?:br|img|input)$/.test(name) && !written.endsWith('/')) place = element;
    } else if (text === gap) {
      places.push({ node: node++, strings: ['', ''] });
      place.appendChild(inert.createComment(''));
    } else if (text.startsWith('<')) place = place.parentNode ?? content;
    else place.appendChild(inert.createTextNode(text));
  }
  // Whatever comes after the template on the page, a value at its end has an end.
  if (content.lastChild instanceof Comment) content.append(new Comment());
  const template = { content, places };
  templates.set(strings, template);
  return template;
}
