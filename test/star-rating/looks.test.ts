import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import 'axe-core';
import type axeCore from 'axe-core';
import { emulateMedia } from '@web/test-runner-commands';
import type { SaoStarRating } from '../../src/star-rating.js';
import { drawn, freshArticle, isIn, part, rate, star, stars, useFakeEndpoint } from './rating-page.js';

declare const axe: typeof axeCore;

const heart = html`<svg slot="symbol" viewBox="0 0 24 24">
  <path d="M12 21S2 14 2 8a5 5 0 0 1 10-2 5 5 0 0 1 10 2c0 6-10 13-10 13z" />
</svg>`;

describe('how a rating looks', () => {
  const used = useFakeEndpoint();

  const states: Record<string, () => Promise<SaoStarRating>> = {
    'before a vote': () => rate(),
    'with nothing known': () => rate(html`<sao-star-rating protocol="nukeviet" token="t"></sao-star-rating>`),
    'as a slider': () => rate(html`<sao-star-rating max="10" average="7.5" count="9"></sao-star-rating>`),
    'read-only': () => rate(html`<sao-star-rating readonly average="3.5" count="9" summary="short"></sao-star-rating>`),
    disabled: () => rate(html`<sao-star-rating disabled average="3.5" count="9"></sao-star-rating>`),
    required: () => rate(html`<sao-star-rating required average="3.5" count="9"></sao-star-rating>`),
    'with a symbol': () => rate(html`<sao-star-rating average="3.5" count="9">${heart}</sao-star-rating>`),
    sent: async () => {
      const rating = await rate();
      star(rating, 4).click();
      await isIn(rating, 'sent');
      return rating;
    },
    rejected: async () => {
      used.server.onPost = () => new Response('', { status: 409 });
      const rating = await rate();
      star(rating, 4).click();
      await isIn(rating, 'rejected');
      return rating;
    },
    'final and kept': async () => {
      used.server.onPost = () => new Response('', { status: 503 });
      const rating = await rate(html`<sao-star-rating once average="3.5" count="9"></sao-star-rating>`);
      star(rating, 4).click();
      await isIn(rating, 'pending');
      return rating;
    },
    'with a chart': async () => {
      used.server.onGet = ([article = '']) =>
        Response.json({ tallies: [{ article, sum: 17, count: 4, histogram: [0, 0, 1, 1, 2] }] });
      const rating = await fixture<SaoStarRating>(
        html`<sao-star-rating histogram article=${freshArticle()}></sao-star-rating>`,
      );
      await new Promise<void>((resolve) => {
        const look = () => (part(rating, 'histogram') ? resolve() : void requestAnimationFrame(look));
        look();
      });
      return rating;
    },
  };

  for (const attributes of ['', 'readonly']) {
    it(`leaves the words their room below the stars, however close the page's lines are (${attributes})`, async () => {
      const place = await fixture<HTMLElement>(html`<div style="font: 16px/1.1 sans-serif"></div>`);
      place.innerHTML = `<sao-star-rating ${attributes} average="3.5" count="9"></sao-star-rating>`;
      const rating = place.firstElementChild as SaoStarRating;
      await rating.updateComplete;
      const [symbols, summary] = [rating.shadowRoot?.querySelectorAll('[part="symbol"]'), part(rating, 'summary')];
      const lowest = Math.max(...[...(symbols ?? [])].map((symbol) => symbol.getBoundingClientRect().bottom));
      expect(lowest).to.be.at.most(summary?.getBoundingClientRect().top ?? 0);
    });
  }

  for (const [state, make] of Object.entries(states)) {
    it(`${state} has nothing that axe would mind, light and dark, left and right`, async () => {
      const rating = await make();
      const box = rating.parentElement;
      if (!box) throw new Error('It is on the page.');
      for (const scheme of ['light', 'dark']) {
        for (const direction of ['ltr', 'rtl']) {
          box.dir = direction;
          Object.assign(box.style, {
            colorScheme: scheme,
            background: scheme === 'dark' ? '#161616' : '#fff',
            color: scheme === 'dark' ? '#eee' : '#222',
          });
          const { violations } = await axe.run(box, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { region: { enabled: false } },
          });
          expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).to.deep.equal([]);
        }
      }
      box.removeAttribute('style');
    });
  }

  it('draws averages exactly', async () => {
    for (const readonly of [true, false]) {
      for (const average of [0, 0.1, 2.5, 4.25, 5]) {
        const rating = await rate(
          html`<sao-star-rating ?readonly=${readonly} average=${average} count="4"></sao-star-rating>`,
        );
        expect(drawn(rating)).to.be.closeTo(average, 1e-9);
      }
    }
  });

  it('draws the own vote of a read-only rating that knows no average', async () => {
    const rating = await rate(html`<sao-star-rating readonly protocol="nukeviet" value="4"></sao-star-rating>`);
    expect(part(rating, 'stars')?.getAttribute('aria-label')).to.include('You chose 4 stars.');
    expect(drawn(rating)).to.equal(4);
  });

  it('fills from where reading begins, and turns the host’s symbol back', async () => {
    const flipped = (shape: Element | null) => shape && new DOMMatrix(getComputedStyle(shape).transform).a;
    for (const direction of ['ltr', 'rtl']) {
      const rating = await rate(
        html`<sao-star-rating dir=${direction} average="4.25" count="4">${heart}</sao-star-rating>`,
      );
      const fifth = star(rating, 5);
      const way = direction === 'rtl' ? -1 : 1;
      expect(flipped(fifth.querySelector('.symbol'))).to.equal(way);
      expect(flipped(fifth.querySelector('.full .copy'))).to.equal(way);
      expect(fifth.querySelector('.full')?.getAttribute('width')).to.equal('6');
      expect(fifth.getBoundingClientRect().left < star(rating, 1).getBoundingClientRect().left).to.equal(way < 0);
    }
  });

  it('draws the host’s symbol for every star, empty and full', async () => {
    const rating = await rate(html`<sao-star-rating average="2.5" count="4">${heart}</sao-star-rating>`);
    expect(rating.shadowRoot?.querySelectorAll('.empty .copy svg')).to.have.length(5);
    expect(rating.shadowRoot?.querySelectorAll('.full .copy svg')).to.have.length(5);
    expect(rating.shadowRoot?.querySelectorAll('[slot="symbol"]')).to.have.length(0);
    const changed = oneEvent(rating.shadowRoot?.querySelector('slot') ?? rating, 'slotchange');
    rating.querySelector('svg')?.remove();
    await changed;
    await rating.updateComplete;
    expect(rating.shadowRoot?.querySelectorAll('.copy')).to.have.length(0);
  });

  it('keeps the line as high as its text', async () => {
    for (const fontSize of ['12px', '16px', '24px']) {
      const box = await fixture<HTMLElement>(
        html`<div>
          <p>Text</p>
          <sao-star-rating summary="none" average="3" count="3"></sao-star-rating>
        </div>`,
      );
      box.style.fontSize = fontSize;
      const [text, rating] = [...box.children].map((child) => child.getBoundingClientRect().height);
      expect(rating).to.be.at.most((text ?? 0) + 0.5);
    }
  });

  it('is as large as the designer says', async () => {
    const rating = await rate();
    rating.style.setProperty('--sao-star-size', '40px');
    const { width, height } = star(rating, 1).querySelector('.symbol')?.getBoundingClientRect() ?? new DOMRect();
    expect([width, height]).to.deep.equal([40, 40]);
    expect(star(rating, 1).getBoundingClientRect().height).to.be.at.least(40);
  });

  it('lets nothing of the host’s styles in', async () => {
    const style = document.createElement('style');
    style.textContent = '* { line-height: 9; letter-spacing: 9px; text-transform: uppercase; padding: 9px }';
    const rating = await rate();
    const before = part(rating, 'summary')?.getBoundingClientRect().height;
    document.head.append(style);
    const line = part(rating, 'summary');
    expect(line && getComputedStyle(line).letterSpacing).to.equal('normal');
    expect(line && getComputedStyle(line).textTransform).to.equal('none');
    style.remove();
    expect(before).to.be.greaterThan(0);
  });

  it('is as invisible as its host', async () => {
    const rating = await rate();
    const shown = () => getComputedStyle(star(rating, 1)).visibility;
    expect(shown()).to.equal('visible');
    rating.style.visibility = 'hidden';
    expect(shown()).to.equal('hidden');
  });

  it('leaves drawings out of what is read', async () => {
    for (const readonly of [true, false]) {
      const rating = await rate(
        html`<sao-star-rating ?readonly=${readonly} average="2" count="4">${heart}</sao-star-rating>`,
      );
      const symbols = [...(rating.shadowRoot?.querySelectorAll('.symbol') ?? [])];
      expect(symbols.map((symbol) => symbol.ariaHidden)).to.deep.equal(symbols.map(() => 'true'));
    }
  });

  it('stands still for those who want it', async function () {
    try {
      await emulateMedia({ reducedMotion: 'reduce' });
    } catch {
      // Only Chromium can be told so.
      this.skip();
    }
    const rating = await rate();
    const symbol = star(rating, 1).querySelector('.symbol');
    if (!symbol) throw new Error('It is drawn.');
    expect(getComputedStyle(symbol).transitionDuration).to.equal('0s');
    await emulateMedia({ reducedMotion: 'no-preference' });
    expect(getComputedStyle(symbol).transitionDuration).to.equal('0.2s');
  });

  it('draws with the system’s colours where they are forced', async function () {
    try {
      await emulateMedia({ forcedColors: 'active' });
    } catch {
      this.skip();
    }
    if (!matchMedia('(forced-colors: active)').matches) this.skip();
    const rating = await rate(html`<sao-star-rating average="2" count="2"></sao-star-rating>`);
    const probe = Object.assign(document.createElement('i'), { style: 'color: CanvasText' });
    document.body.append(probe);
    const system = getComputedStyle(probe).color;
    const [empty, full] = ['path.empty', '.full path'].map((shape) => star(rating, 1).querySelector(shape));
    expect(empty && getComputedStyle(empty).stroke).to.equal(system);
    expect(full && getComputedStyle(full).fill).to.equal(system);
    probe.remove();
    await emulateMedia({ forcedColors: 'none' });
    expect(stars(rating)).to.have.length(5);
  });
});
