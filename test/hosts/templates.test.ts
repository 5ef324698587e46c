import { expect } from '@open-wc/testing';
import { ChildPart } from '../../src/embed/lit/parts.js';
import { html, piecesOf } from '../../src/embed/lit/template.js';

/** A node as plain data, to compare; the marks of places are nothing of the template's. */
function shapeOf(node: Node): unknown {
  const children = [...node.childNodes].filter((child) => !(child instanceof Comment)).map(shapeOf);
  if (!(node instanceof Element)) return [node.nodeName, node.nodeValue, children];
  const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`);
  return [node.namespaceURI, node.localName, attributes.sort(), children];
}

/** Whether a property or a listener comes next, of which nothing is to be seen. */
const isUnseen = (before = '') => /\s[.@][\w-]+="?$/.test(before);
const textAt = (index: number) => `value-${index}`;

/** The template with its values as the browser's parser reads it. */
function parse(strings: string[]): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = strings.reduce((markup, string, index) => markup + textAt(index) + string);
  for (const element of template.content.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (/^[.@]/.test(name)) element.removeAttribute(name);
  }
  return template.content;
}

/** The same as the self-contained files do. */
function show(strings: string[]): DocumentFragment {
  const place = new DocumentFragment();
  const values = strings.slice(1).map((_, index) => (isUnseen(strings[index]) ? undefined : textAt(index + 1)));
  new ChildPart(place).show(html(literal(strings), ...values));
  for (const element of place.querySelectorAll('[style=""]')) element.removeAttribute('style');
  const marks = document.createTreeWalker(place, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (marks.nextNode()) found.push(marks.currentNode as Comment);
  for (const mark of found) mark.remove();
  place.normalize();
  return place;
}

const literal = (strings: string[]) => Object.assign([...strings], { raw: strings });

describe('templates of the self-contained files', () => {
  // What only Lit knows, such as `?attribute` or an attribute of several values, is not in them, or it would show here.
  it("become what the browser's parser makes of them", async () => {
    const templates = (await (await fetch('/hosts/templates.json')).json()) as { strings: string[] }[];
    expect(templates).to.have.lengthOf.above(10);
    for (const { strings } of templates) {
      expect(shapeOf(show(strings)), strings.join('…')).to.deep.equal(shapeOf(parse(strings)));
    }
  });

  it('are read once', () => {
    const strings = literal(['<b>', '</b>']);
    expect(piecesOf(strings)).to.equal(piecesOf(strings));
  });
});
