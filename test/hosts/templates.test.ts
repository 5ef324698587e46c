import { expect } from '@open-wc/testing';
import { html, nothing, render, svg } from 'lit';
import { fillTemplate } from '../../src/embed/fill-template.js';

interface Template {
  tag: 'html' | 'svg';
  strings: string[];
}

/** What Lit would give the browser's parser for a template. */
function markupOf({ tag, strings }: Template): string {
  let markup = '';
  const descriptor = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  if (!descriptor) throw new Error('There is no innerHTML.');
  Object.defineProperty(HTMLTemplateElement.prototype, 'innerHTML', {
    configurable: true,
    set(value) {
      // The built files have another ending for names of attributes.
      markup = String(value).replaceAll('$lit$', '_lit_');
      descriptor.set?.call(this, value);
    },
  });
  try {
    const literal = Object.assign([...strings], { raw: strings });
    const values = Array.from({ length: strings.length - 1 }, () => nothing);
    render((tag === 'svg' ? svg : html)(literal, ...values), document.createElement('div'));
  } finally {
    Reflect.deleteProperty(HTMLTemplateElement.prototype, 'innerHTML');
  }
  return markup;
}

/** A node as plain data, to compare. */
function shapeOf(node: Node): unknown {
  const children = [...node.childNodes].map(shapeOf);
  if (!(node instanceof Element)) return [node.nodeName, node.nodeValue, children];
  // The names of attributes with a value to come Lit has from the template, as written there.
  const attributes = [...node.attributes].map(({ name, value }) => [
    name.endsWith('_lit_') ? name.replace(/^[@.?]/, '_').toLowerCase() : name,
    value,
  ]);
  return [node.namespaceURI, node.localName, attributes, children];
}

describe('templates of the self-contained files', () => {
  it("become what the browser's parser makes of them", async () => {
    const templates = (await (await fetch('/hosts/templates.json')).json()) as Template[];
    expect(templates).to.have.lengthOf.above(10);
    for (const template of templates) {
      const markup = markupOf(template);
      const parsed = document.createElement('template');
      parsed.innerHTML = markup;
      const built = fillTemplate(document.createElement('template'), markup);
      expect(shapeOf(built.content), markup).to.deep.equal(shapeOf(parsed.content));
    }
  });

  it('come to life only in the page', () => {
    const { content } = fillTemplate(document.createElement('template'), '<img src="/hosts/none"><b>x</b>');
    expect(content.ownerDocument.defaultView).to.equal(null);
  });
});
