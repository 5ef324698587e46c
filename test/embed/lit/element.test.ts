import { expect } from '@open-wc/testing';
import * as lit from 'lit';
import * as portable from '../../../src/embed/lit/lit.js';

/** What an element tells that writes down all that happens to it. */
interface Diary extends HTMLElement {
  word: string | null;
  on: boolean;
  many: number | null;
  diary: string[];
  updateComplete: Promise<boolean>;
  requestUpdate: () => void;
}

const versions = { lit: lit as unknown as typeof portable, portable };
const spelled = (values: Iterable<unknown>) => [...values].map(String).sort().join();

/** What updates wait for where a class lets them. */
let pause: Promise<void> | undefined;

/** The same class over Lit and over what stands in its place. */
function classOver({ LitElement, html, css }: typeof portable) {
  return class extends LitElement {
    static override styles = [
      css`
        :host {
          display: block;
        }
      `,
      css`
        p {
          color: rgb(1, 2, 3);
        }
      `,
    ];
    static override properties = {
      word: { reflect: true },
      on: { type: Boolean, reflect: true },
      many: { type: Number },
      longName: { attribute: 'long-name', converter: (text: string | null) => text && `<${text}>` },
      inner: { attribute: false as const },
    };
    declare word: string | null;
    declare on: boolean;
    declare many: number | null;
    declare longName: string | null;
    declare inner: unknown;
    diary: string[] = [];

    constructor() {
      super();
      this.word = null;
      this.on = false;
    }

    protected override async scheduleUpdate(): Promise<void> {
      await pause;
      this.diary.push('its turn');
      await super.scheduleUpdate();
    }

    protected override willUpdate(changes: Map<PropertyKey, unknown>): void {
      this.diary.push(`will ${spelled(changes.keys())}`);
      if (this.many === 13) this.many = 12;
    }

    protected override render(): unknown {
      this.diary.push(`render ${this.word} ${this.on} ${this.many} ${this.longName}`);
      if (this.word === 'fail') throw new Error('asked to');
      return html`<p>${this.word}</p>`;
    }

    protected override updated(changes: Map<PropertyKey, unknown>): void {
      this.diary.push(`updated ${spelled(changes.keys())} ${this.getAttribute('word')} ${this.hasAttribute('on')}`);
    }
  };
}

let count = 0;

/** Plays a scene with both; what each wrote down must be the same. */
async function play(scene: (tag: string, define: () => void) => Promise<Diary>): Promise<string[]> {
  const diaries: string[][] = [];
  for (const version of Object.values(versions)) {
    const tag = `portable-lit-${++count}`;
    const element = await scene(tag, () => {
      customElements.define(tag, classOver(version));
    });
    diaries.push([
      ...element.diary,
      element.shadowRoot?.querySelector('p')?.textContent ?? 'none',
      element.outerHTML.replaceAll(tag, 'it'),
    ]);
    element.remove();
  }
  const [expected, diary] = diaries;
  expect(diary).to.deep.equal(expected);
  return diary ?? [];
}

async function onPage(markup: string): Promise<Diary> {
  const place = document.createElement('div');
  place.innerHTML = markup;
  document.body.append(place);
  const element = place.firstElementChild as Diary;
  await element.updateComplete;
  return element;
}

describe("an element over what stands in Lit's place lives as over Lit", () => {
  it('whose class the host asks for its attributes again, as tools and other definitions of it do', async () => {
    await play(async (tag, define) => {
      define();
      const { observedAttributes } = customElements.get(tag) as unknown as { observedAttributes: string[] };
      expect(observedAttributes).to.include('long-name');
      return onPage(`<${tag} word="a"></${tag}>`);
    });
  });

  it('with attributes, of all types', async () => {
    const diary = await play(async (tag, define) => {
      define();
      return onPage(`<${tag} word="a" on many="3" long-name="b"></${tag}>`);
    });
    expect(diary).to.include('render a true 3 <b>');
  });

  it('with properties set before it is defined', async () => {
    const diary = await play(async (tag, define) => {
      const element = document.createElement(tag) as Diary;
      Object.assign(element, { word: 'early', many: 2 });
      document.body.append(element);
      define();
      await element.updateComplete;
      return element;
    });
    expect(diary.at(-1)).to.equal('<it word="early"></it>');
  });

  it('with properties, set in one go, then taken back', async () => {
    await play(async (tag, define) => {
      define();
      const element = await onPage(`<${tag}></${tag}>`);
      element.word = 'a';
      element.word = 'b';
      element.on = true;
      await element.updateComplete;
      element.word = null;
      element.on = false;
      await element.updateComplete;
      // Nothing is new.
      element.on = false;
      await element.updateComplete;
      return element;
    });
  });

  it('with attributes that change and go', async () => {
    await play(async (tag, define) => {
      define();
      const element = await onPage(`<${tag} many="1" on></${tag}>`);
      element.setAttribute('many', '13');
      await element.updateComplete;
      element.removeAttribute('many');
      element.removeAttribute('on');
      await element.updateComplete;
      return element;
    });
  });

  it('made by script, and first put on a page later', async () => {
    await play(async (tag, define) => {
      define();
      const element = document.createElement(tag) as Diary;
      element.word = 'later';
      document.body.append(element);
      await element.updateComplete;
      element.remove();
      element.many = 4;
      await element.updateComplete;
      document.body.append(element);
      await element.updateComplete;
      return element;
    });
  });

  it('and takes what is changed while its update waits into that one', async () => {
    await play(async (tag, define) => {
      define();
      let goOn: () => void = () => undefined;
      pause = new Promise((resolve) => (goOn = resolve));
      const drawn = onPage(`<${tag} word="a"></${tag}>`);
      const element = document.body.lastElementChild?.firstElementChild as Diary;
      await Promise.resolve();
      element.word = 'b';
      goOn();
      pause = undefined;
      return drawn;
    });
  });

  it('and goes on after it failed', async () => {
    await play(async (tag, define) => {
      define();
      const element = await onPage(`<${tag}></${tag}>`);
      element.word = 'fail';
      const message = await element.updateComplete.catch((error: unknown) => String(error));
      element.diary.push(String(message));
      element.word = 'well';
      await element.updateComplete;
      return element;
    });
  });

  it('with one style sheet for all of its class', async () => {
    for (const version of Object.values(versions)) {
      const tag = `portable-lit-${++count}`;
      customElements.define(tag, classOver(version));
      const [one, other] = await Promise.all([onPage(`<${tag} word="x"></${tag}>`), onPage(`<${tag}></${tag}>`)]);
      const paragraph = one.shadowRoot?.querySelector('p');
      expect(paragraph && getComputedStyle(paragraph).color).to.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(one).display).to.equal('block');
      expect(one.shadowRoot?.adoptedStyleSheets[0]).to.equal(other.shadowRoot?.adoptedStyleSheets[0]);
    }
  });
});
