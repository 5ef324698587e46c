import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/article-card.js';
import type { SaoArticleCard } from '../../src/article-card.js';
import { waitUntil } from '../wait-until.js';
import { loaded } from './outline.js';
import { seed } from './seed.js';

const sample = (name: string) => new URL(`./samples/${name}`, import.meta.url).href;
const part = (card: SaoArticleCard, name: string) => card.renderRoot.querySelector<HTMLElement>(`[part~=${name}]`);

/** Not every browser under test can be told to look different. */
async function emulate(test: Mocha.Context, features: Parameters<typeof emulateMedia>[0]): Promise<void> {
  await emulateMedia(features).catch(() => test.skip());
}

describe('the looks of a card', () => {
  const { send } = XMLHttpRequest.prototype as { send: (this: XMLHttpRequest) => void };

  afterEach(async () => {
    XMLHttpRequest.prototype.send = send;
    await emulateMedia({ media: 'screen', colorScheme: 'light' }).catch(() => undefined);
  });

  it('pass axe while loading, in light and dark', async function () {
    const box = await fixture<HTMLElement>(
      html`<main lang="vi" style="color-scheme: light dark; background: canvas; color: canvastext">
        <sao-article-card heading="H" section="S" lead=${seed.lead} published=${seed.published}></sao-article-card>
        <sao-article-card></sao-article-card>
      </main>`,
    );
    const [, card] = box.querySelectorAll('sao-article-card');
    XMLHttpRequest.prototype.send = () => undefined;
    card?.setAttribute('src', sample('seed.rss.xml?never'));
    await waitUntil(() => card?.renderRoot.querySelector('[part=skeleton]'));
    await expect(box).to.be.accessible();
    await emulate(this, { colorScheme: 'dark' });
    await expect(box).to.be.accessible();
  });

  it('in the full layout show all of the text of a feed', async () => {
    const items = [{ id: '1', title: 'H', content_html: '<p>One</p>'.repeat(200) }];
    const feed = new Blob([JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items })], {
      type: 'application/json',
    });
    const card = await loaded(
      html`<sao-article-card layout="full" src=${URL.createObjectURL(feed)}></sao-article-card>`,
    );
    const last = part(card, 'body')?.querySelector('p:last-child')?.getBoundingClientRect();
    const { bottom } = part(card, 'body')?.parentElement?.getBoundingClientRect() ?? { bottom: 0 };
    expect(last?.bottom).to.be.at.most(bottom);
  });

  it('in print show all of a text that a screen cuts', async function () {
    const card = await loaded(html`<sao-article-card lang="vi" src=${sample('seed.rss.xml')}></sao-article-card>`);
    const cut = () => (part(card, 'body')?.getBoundingClientRect().bottom ?? 0) > card.getBoundingClientRect().bottom;
    expect(cut()).to.be.true;
    await emulate(this, { media: 'print' });
    expect(cut()).to.be.false;
  });
});

describe('the picture', () => {
  it('is offered in the widths that a source has', async () => {
    const image = (width: number, height: number) => ({
      '@type': 'ImageObject',
      url: `https://i.example/${width}.jpg`,
      width,
      height,
    });
    const address = URL.createObjectURL(
      new Blob(
        [
          JSON.stringify({
            '@type': 'NewsArticle',
            headline: 'H',
            // The square one is another cut of the picture, and the one of unknown width may be any.
            image: [image(1600, 900), image(800, 450), image(400, 400), 'https://i.example/x.jpg'],
          }),
        ],
        { type: 'application/json' },
      ),
    );
    const card = await loaded(html`<sao-article-card src=${address}></sao-article-card>`);
    const picture = part(card, 'image') as HTMLImageElement | null;
    expect(picture?.srcset).to.equal('https://i.example/1600.jpg 1600w,https://i.example/800.jpg 800w');
    expect(picture?.sizes).to.match(/^auto/);
    expect(picture?.loading).to.equal('lazy');
  });
});

describe('a real mouse', () => {
  it('opens another tab from the words, with the key that does so and with the middle button', async function () {
    const opened: string[] = [];
    const open = window.open.bind(window);
    window.open = (address) => {
      opened.push(String(address));
      return null;
    };
    const card = await fixture<SaoArticleCard>(
      html`<sao-article-card href="#article" heading="H" lead=${seed.lead}></sao-article-card>`,
    );
    const { left, top } = (part(card, 'lead') ?? card).getBoundingClientRect();
    const position: [number, number] = [Math.round(left + 20), Math.round(top + 10)];
    const heard: string[] = [];
    for (const type of ['click', 'auxclick'])
      card.addEventListener(type, ({ isTrusted }) => isTrusted && heard.push(type));
    await sendMouse({ type: 'click', position, button: 'middle' });
    // Not every browser's driver has a middle button, or holds a key while the mouse clicks.
    const isHeld = await sendKeys({ down: 'Control' }).then(
      () => true,
      () => false,
    );
    if (isHeld) await sendMouse({ type: 'click', position });
    if (isHeld) await sendKeys({ up: 'Control' });
    window.open = open;
    if (!isHeld || heard.join() !== 'auxclick,click') this.skip();
    const address = new URL('#article', document.baseURI).href;
    expect(opened).to.deep.equal([address, address]);
    expect(location.hash).not.to.equal('#article');
  });
});
