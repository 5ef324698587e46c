import { expect } from '@open-wc/testing';
import { templateOf } from '../../src/embed/lit/template.js';

/** A node as plain data, to compare. */
function shapeOf(node: Node): unknown {
  const children = [...node.childNodes].map(shapeOf);
  if (!(node instanceof Element)) return [node.nodeName, node.nodeValue, children];
  return [node.namespaceURI, node.localName, [...node.attributes].map(({ name, value }) => [name, value]), children];
}

/** The template as the browser's parser reads it, with a comment for a child and without the attributes to come. */
function parse(strings: string[]): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = strings.reduce((markup, string) => {
    // The last tag is still open: the value is an attribute's.
    const isAttribute = markup.lastIndexOf('<') > markup.lastIndexOf('>');
    return markup + (isAttribute ? 'to-come' : '<!---->') + string;
  });
  for (const element of template.content.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes('to-come')) element.removeAttribute(name);
    }
  }
  return template.content;
}

const literal = (strings: string[]) => Object.assign([...strings], { raw: strings });

describe('templates of the self-contained files', () => {
  it("become what the browser's parser makes of them", async () => {
    const templates = (await (await fetch('/hosts/templates.json')).json()) as { strings: string[] }[];
    expect(templates).to.have.lengthOf.above(10);
    for (const { strings } of templates) {
      const { content, places } = templateOf(literal(strings));
      // A value at the end has a mark behind it.
      if (strings.at(-1) === '' && content.lastChild instanceof Comment) content.lastChild.remove();
      expect(shapeOf(content), strings.join('…')).to.deep.equal(shapeOf(parse(strings)));
      const values = places.reduce((count, place) => count + place.strings.length - 1, 0);
      expect(values).to.equal(strings.length - 1);
      // What only Lit knows must not be used.
      expect(places.filter(({ attribute }) => attribute?.startsWith('?'))).to.deep.equal([]);
    }
  });

  it('are built once', () => {
    const strings = literal(['<b>', '</b>']);
    expect(templateOf(strings)).to.equal(templateOf(strings));
  });

  it('come to life only in the page', () => {
    const { content } = templateOf(literal(['<img src="/hosts/none"><b>x</b>']));
    expect(content.ownerDocument.defaultView).to.equal(null);
  });
});
