import { expect } from '@open-wc/testing';
import * as lit from 'lit';
import { ChildPart, nothing as portableNothing } from '../../../src/embed/lit/parts.js';
import { html as portableHtml } from '../../../src/embed/lit/template.js';

type Html = (strings: TemplateStringsArray, ...values: unknown[]) => unknown;
type Template = (html: Html, nothing: unknown) => unknown;

/** Draws the same after one another with Lit and with what stands in its place; says what each shows after each. */
function drawn(...templates: Template[]): { lit: string[]; portable: string[] } {
  const [ofLit, ofPortable] = [document.createElement('div'), document.createElement('div')];
  const part = new ChildPart(ofPortable);
  // Lit marks places with comments of its own.
  const shown = (root: Element) => root.innerHTML.replace(/<!--.*?-->/g, '');
  const states = templates.map((template) => {
    lit.render(template(lit.html, lit.nothing), ofLit);
    part.show(template(portableHtml, portableNothing));
    return [shown(ofLit), shown(ofPortable)] as const;
  });
  return { lit: states.map(([one]) => one), portable: states.map(([, other]) => other) };
}

function expectSame(...templates: Template[]): string[] {
  const { lit: expected, portable } = drawn(...templates);
  expect(portable).to.deep.equal(expected);
  return portable;
}

/** The same template with another value. */
const each = (values: unknown[], draw: (html: Html, value: unknown, nothing: unknown) => unknown): Template[] =>
  values.map((value) => (html, nothing) => draw(html, value === 'nothing' ? nothing : value, nothing));

const various = ['a', '', 'nothing', undefined, null, 0, false, true, 'b', 12, 'nothing', 'c'];

describe("what stands in Lit's place draws as Lit does", () => {
  it('a text', () => {
    expectSame(...each(various, (html, value) => html`<p>${value}</p>`));
  });

  it('texts beside one another and around', () => {
    expectSame(...each(various, (html, value) => html`x${value}${value} <b>y</b>${value}`));
  });

  it('an attribute', () => {
    expectSame(...each(various, (html, value) => html`<p title=${value} lang="vi"></p>`));
  });

  it('attributes beside one another', () => {
    const last = expectSame(
      ...each(various, (html, value) => html`<p class=${value} hidden title="${value}" id="x">${value}</p>`),
    ).at(-1);
    expect(last).to.equal('<p hidden="" id="x" class="c" title="c">c</p>');
  });

  it('a property', () => {
    expectSame(...each(['a', 'b', 'c'], (html, value) => html`<p .textContent=${value}></p>`));
  });

  it('a node, another, and none', () => {
    const nodes = [new Text('x'), new Text('y')];
    const [first, second] = nodes;
    expectSame(
      ...each([0, 1, 'nothing', 0], (html, value) => {
        const node = typeof value === 'number' ? [first, second][value]?.cloneNode() : value;
        return html`<p>${node}</p>`;
      }),
    );
  });

  it('a template in place of another, of a text and of nothing', () => {
    expectSame(
      ...each(['one', 'two', 'two', 'text', 'one', 'nothing', 'two'], (html, value) => {
        const inner = value === 'one' ? html`<i>${value}</i>` : value === 'two' ? html` <b>${value}</b>!` : value;
        return html`<p>${inner}</p>`;
      }),
    );
  });

  it('a list that grows, shrinks, ends and comes back', () => {
    const lists = [[1, 2, 3], [3], [], ['nothing', 'x', [4, 5]], 'text', [6], 'nothing', [7, 8]];
    expectSame(
      ...each(lists, (html, value, nothing) => {
        const items = Array.isArray(value)
          ? value.map((item: unknown) => (item === 'nothing' ? nothing : html`<li>${item}</li>`))
          : value;
        return html`<ul>
          ${items}
        </ul>`;
      }),
    );
  });

  it('a list of lists that grow, and of templates that end in a value', () => {
    const lists = [[[1]], [[1], [2]], [[1, 3], [2]], [[], [2, 4], [5]], [['nothing', 6], [7]], [[8, 9]]];
    expectSame(
      ...each(lists, (html, value, nothing) => {
        const rows = (value as unknown[][]).map((row) =>
          row.map((cell) => html`<i></i>${cell === 'nothing' ? nothing : cell}`),
        );
        return html`${rows}<b>end</b>`;
      }),
    );
  });

  it('a template of values alone, between others', () => {
    const draws = ['a', 'nothing', 'b', [1, 2], 'c', [3]];
    expectSame(
      ...each(
        draws,
        (html, value) =>
          html`${html`${value}`}${html`${'x'}${value}`}
            <hr />
            ${html`${value}`}`,
      ),
    );
  });

  it('a drawing', () => {
    const [shown] = expectSame(
      (html) =>
        html`<svg viewBox="0 0 1 1">
          <g class=${'a'}><path d="M0 0" /></g>
        </svg>`,
    );
    expect(shown).to.include('viewBox');
  });

  it('no markup from a value', () => {
    const [shown] = expectSame((html) => html`<p title=${'"><b>'}>${'<img src=x onerror=alert(1)>'}</p>`);
    expect(shown).to.include('&lt;img');
  });
});

describe('what stands in place of Lit', () => {
  const root = document.createElement('div');
  let part: ChildPart;

  beforeEach(() => {
    root.replaceChildren();
    document.body.append(root);
    part = new ChildPart(root);
  });

  it('keeps the nodes of a template, and the text node whose text changes', () => {
    const draw = (text: string) => portableHtml`<p>${text}</p>`;
    part.show(draw('a'));
    const paragraph = root.querySelector('p');
    const text = paragraph?.lastChild;
    part.show(draw('b'));
    expect(root.querySelector('p')).to.equal(paragraph);
    expect(paragraph?.lastChild).to.equal(text);
    expect(text?.textContent).to.equal('b');
  });

  it('never writes into a text node that was given to it', () => {
    const given = new Text('of the host');
    part.show(given);
    part.show('other');
    expect(given.data).to.equal('of the host');
    expect(root.textContent).to.equal('other');
  });

  it('calls the listener of the last rendering, and no other', () => {
    const heard: unknown[] = [];
    const draw = (name: string) => portableHtml`<button @click=${() => heard.push(name)}></button>`;
    part.show(draw('first'));
    part.show(draw('second'));
    root.querySelector('button')?.click();
    expect(heard).to.deep.equal(['second']);
  });

  it('gives an element its properties before it is on the page', () => {
    const seen: unknown[] = [];
    const tag = `portable-lit-child-${Date.now()}`;
    customElements.define(
      tag,
      class extends HTMLElement {
        article: unknown;
        connectedCallback() {
          seen.push(this.article, this.title);
        }
      },
    );
    const strings = Object.assign([`<${tag} title="a" .article=`, `></${tag}>`], { raw: [] });
    part.show(portableHtml(strings, 16));
    expect(seen).to.deep.equal([16, 'a']);
  });

  it('calls no listener that was taken away', () => {
    let heard = 0;
    const draw = (listener: unknown) => portableHtml`<button @click=${listener}></button>`;
    part.show(draw(() => heard++));
    part.show(draw(portableNothing));
    root.querySelector('button')?.click();
    part.show(draw(undefined));
    root.querySelector('button')?.click();
    expect(heard).to.equal(0);
  });

  it('listens while an event comes down, if asked to', () => {
    let phase = 0;
    const listener = { handleEvent: (event: Event) => (phase = event.eventPhase), capture: true };
    part.show(portableHtml`<p @error=${listener}><img /></p>`);
    root.querySelector('img')?.dispatchEvent(new Event('error'));
    expect(phase).to.equal(Event.CAPTURING_PHASE);
  });
});
