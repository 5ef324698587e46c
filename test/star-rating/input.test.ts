import { expect, html, nextFrame, oneEvent } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { SaoStarRating } from '../../src/star-rating.js';
import { waitUntil } from '../wait-until.js';
import { drawn, key, part, rate, star, stars, useFakeEndpoint } from './rating-page.js';

const focused = (rating: SaoStarRating) => stars(rating).indexOf(rating.shadowRoot?.activeElement as HTMLElement) + 1;
const casts = (rating: SaoStarRating) => {
  const scores: (number | null)[] = [];
  rating.addEventListener('change', () => scores.push(rating.value));
  return scores;
};
const hover = (element: Element, pointerType = 'mouse') =>
  element.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType }));
/** A click as a pointer makes it. */
const tap = (element: Element | null) =>
  element?.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, detail: 1, pointerType: 'touch' }));
const told = (rating: SaoStarRating) => {
  const types: string[] = [];
  for (const type of ['input', 'change']) rating.addEventListener(type, () => types.push(type));
  return types;
};
const ten = html`<sao-star-rating max="10" average="7" count="3"></sao-star-rating>`;

describe('rating by keyboard', () => {
  useFakeEndpoint();

  it('has one tab stop, moves with real keys, and casts with Enter or Space', async () => {
    const rating = await rate();
    const scores = casts(rating);
    expect(stars(rating).map(({ tabIndex }) => tabIndex)).to.deep.equal([0, -1, -1, -1, -1]);
    rating.focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowUp' });
    await rating.updateComplete;
    expect(focused(rating)).to.equal(3);
    expect(drawn(rating)).to.equal(3);
    expect(scores).to.deep.equal([]);
    await sendKeys({ press: 'Enter' });
    expect(scores).to.deep.equal([3]);
    key(rating, '2');
    key(rating, ' ');
    expect(scores).to.deep.equal([3, 2]);
  });

  it('casts the focused star with Enter, without any arrow', async () => {
    const rating = await rate();
    const scores = casts(rating);
    rating.focus();
    key(rating, 'Enter');
    expect(scores).to.deep.equal([1]);
  });

  it('does not cast again while the key is held', async () => {
    const rating = await rate();
    const scores = casts(rating);
    rating.focus();
    key(rating, 'Enter', { repeat: true });
    expect(scores).to.deep.equal([]);
  });

  it('goes to a star by Home, End and digits', async () => {
    const rating = await rate();
    rating.focus();
    for (const [name, place] of [
      ['End', 5],
      ['Home', 1],
      ['4', 4],
    ] as const) {
      key(rating, name);
      await rating.updateComplete;
      expect(focused(rating)).to.equal(place);
      expect(drawn(rating)).to.equal(place);
    }
  });

  it('takes the arrows in reading direction', async () => {
    const rating = await rate(html`<sao-star-rating dir="rtl" average="3" count="3"></sao-star-rating>`);
    rating.focus();
    key(rating, 'ArrowLeft');
    key(rating, 'ArrowLeft');
    expect(focused(rating)).to.equal(3);
    key(rating, 'ArrowRight');
    expect(focused(rating)).to.equal(2);
    key(rating, 'ArrowUp');
    expect(focused(rating)).to.equal(3);
  });

  it('tells each move with an input event, and leaves other keys alone', async () => {
    const rating = await rate();
    let inputs = 0;
    rating.addEventListener('input', () => inputs++);
    rating.focus();
    expect(key(rating, 'ArrowRight')).to.equal(false);
    key(rating, 'End');
    key(rating, 'End');
    expect(inputs).to.equal(2);
    for (const name of ['Tab', 'a', 'PageDown', 'Escape']) {
      if (name === 'Escape') key(rating, name);
      expect(key(rating, name), name).to.equal(true);
    }
    expect(key(rating, 'ArrowRight', { ctrlKey: true })).to.equal(true);
    expect(inputs).to.equal(2);
  });

  it('restores on Escape and on leaving', async () => {
    const rating = await rate(html`<sao-star-rating value="2" average="3" count="3"></sao-star-rating>`);
    // Firefox tells no focus come or go in a page that does not have it itself, as while its window opens.
    await waitUntil(() => document.hasFocus(), 'the page has the focus');
    rating.focus();
    expect(focused(rating)).to.equal(2);
    key(rating, '5');
    await rating.updateComplete;
    expect(drawn(rating)).to.equal(5);
    key(rating, 'Escape');
    await rating.updateComplete;
    expect(drawn(rating)).to.equal(2);
    expect(focused(rating)).to.equal(2);
    key(rating, '4');
    (rating.shadowRoot?.activeElement as HTMLElement).blur();
    await rating.updateComplete;
    expect(drawn(rating)).to.equal(2);
    expect(rating.value).to.equal(2);
  });

  it('is a slider above seven stars', async () => {
    const rating = await rate(ten);
    const slider = part(rating, 'stars');
    expect(slider?.getAttribute('role')).to.equal('slider');
    expect(slider?.getAttribute('aria-valuenow')).to.equal('0');
    expect(stars(rating).some((each) => each.hasAttribute('role') || each.hasAttribute('tabindex'))).to.equal(false);
    const scores = casts(rating);
    rating.focus();
    expect(rating.shadowRoot?.activeElement).to.equal(slider);
    key(rating, 'Enter');
    expect(scores).to.deep.equal([]);
    key(rating, 'ArrowRight');
    key(rating, '0');
    key(rating, 'ArrowDown');
    await rating.updateComplete;
    expect(slider?.getAttribute('aria-valuenow')).to.equal('9');
    expect(slider?.getAttribute('aria-valuetext')).to.equal('9 stars out of 10');
    key(rating, ' ');
    expect(scores).to.deep.equal([9]);
  });

  it('stays a radio group at seven', async () => {
    const rating = await rate(html`<sao-star-rating max="7" average="7" count="3"></sao-star-rating>`);
    expect(part(rating, 'stars')?.getAttribute('role')).to.equal('radiogroup');
  });
});

describe('rating by pointer', () => {
  const used = useFakeEndpoint();

  it('previews under a mouse, and restores when it leaves', async () => {
    const rating = await rate();
    hover(star(rating, 2));
    await rating.updateComplete;
    expect(drawn(rating)).to.equal(2);
    part(rating, 'stars')?.dispatchEvent(new PointerEvent('pointerleave'));
    await rating.updateComplete;
    expect(drawn(rating)).to.be.closeTo(4.25, 1e-9);
    expect(rating.value).to.equal(null);
  });

  it('previews nothing under a finger', async () => {
    const rating = await rate();
    hover(star(rating, 2), 'touch');
    await rating.updateComplete;
    expect(drawn(rating)).to.be.closeTo(4.25, 1e-9);
  });

  it('does not clear, nor send again, a vote clicked twice', async () => {
    const rating = await rate();
    const scores = casts(rating);
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 4).click();
    await sent;
    star(rating, 4).click();
    await nextFrame();
    expect(rating.value).to.equal(4);
    expect(scores).to.deep.equal([4]);
    expect(used.server.posts).to.have.length(1);
  });

  it('takes another vote instead of the first', async () => {
    const rating = await rate();
    let sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 4).click();
    await sent;
    sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 2).click();
    await sent;
    expect(used.server.posts.map(({ score }) => score)).to.deep.equal([4, 2]);
  });

  it('takes one vote only with `once`', async () => {
    const rating = await rate(html`<sao-star-rating once average="3" count="3"></sao-star-rating>`);
    const scores = casts(rating);
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 4).click();
    star(rating, 2).click();
    await sent;
    await rating.updateComplete;
    star(rating, 1).click();
    key(rating, 'Enter');
    expect(scores).to.deep.equal([4]);
    expect(part(rating, 'stars')?.getAttribute('aria-readonly')).to.equal('true');
    expect(part(rating, 'status')?.querySelector('button')).to.equal(null);
  });

  it('casts what is previewed when a slider itself is activated', async () => {
    const rating = await rate(ten);
    const scores = casts(rating);
    part(rating, 'stars')?.click();
    expect(scores).to.deep.equal([]);
    rating.focus();
    key(rating, '6');
    part(rating, 'stars')?.click();
    star(rating, 8).click();
    expect(scores).to.deep.equal([6, 8]);
  });

  it('takes nothing while disabled', async () => {
    const rating = await rate(html`<sao-star-rating disabled average="3" count="3"></sao-star-rating>`);
    const scores = casts(rating);
    let inputs = 0;
    rating.addEventListener('input', () => inputs++);
    star(rating, 4).click();
    hover(star(rating, 4));
    expect([scores, inputs]).to.deep.equal([[], 0]);
    expect(part(rating, 'stars')?.getAttribute('aria-disabled')).to.equal('true');
    expect(rating.shadowRoot?.querySelector('[tabindex]')).to.equal(null);
  });

  it('casts nothing beside the stars, whatever is previewed', async () => {
    for (const template of [undefined, ten]) {
      const rating = await rate(template);
      const scores = casts(rating);
      rating.focus();
      key(rating, '3');
      hover(star(rating, 4));
      tap(part(rating, 'stars'));
      expect(scores).to.deep.equal([]);
      tap(star(rating, 2));
      expect(scores).to.deep.equal([2]);
    }
  });

  it('tells a tap as a native control does, and previews no second time what is previewed or chosen', async () => {
    const rating = await rate();
    const types = told(rating);
    tap(star(rating, 4));
    expect(types).to.deep.equal(['input', 'change']);
    hover(star(rating, 4));
    expect(types).to.have.length(2);
    hover(star(rating, 3));
    tap(star(rating, 3));
    expect(types.slice(2)).to.deep.equal(['input', 'change']);
  });

  it('previews nothing where the page moves under a resting mouse', async () => {
    const rating = await rate();
    const types = told(rating);
    const { left, top } = star(rating, 3).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + 12), Math.round(top + 60)] });
    rating.before(Object.assign(document.createElement('p'), { style: 'height: 48px; margin: 0' }));
    await nextFrame();
    await nextFrame();
    expect(types).to.deep.equal([]);
    const now = star(rating, 3).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(now.left + 15), Math.round(now.top + 15)] });
    await waitUntil(() => types.length, 'the mouse itself previews');
    expect(types).to.deep.equal(['input']);
    await resetMouse();
  });
});
