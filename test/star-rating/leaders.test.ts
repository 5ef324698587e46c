import { expect, html, oneEvent } from '@open-wc/testing';
import { drawn, key, part, rate, star, stars, useFakeEndpoint } from './rating-page.js';

/** Each is what a widely used rating does wrong; ours must not. */
describe('where the leaders fail', () => {
  const used = useFakeEndpoint();

  it('a read-only click fires no event', async () => {
    const rating = await rate(html`<sao-star-rating readonly average="3" count="3"></sao-star-rating>`);
    const told: string[] = [];
    for (const type of ['input', 'change', 'sao-vote']) rating.addEventListener(type, () => told.push(type));
    part(rating, 'stars')?.click();
    part(rating, 'symbol')?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    part(rating, 'stars')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(told).to.deep.equal([]);
    expect(rating.value).to.equal(null);
  });

  it('a click without coordinates casts the star that was activated, not zero', async () => {
    for (const score of [1, 3, 5]) {
      const rating = await rate();
      const kept = oneEvent(rating, 'sao-vote');
      star(rating, score).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      expect(((await kept) as CustomEvent<{ score: number }>).detail.score).to.equal(score);
    }
  });

  it('page scrolls begun on the stars are not swallowed', async () => {
    const rating = await rate();
    const target = star(rating, 3);
    for (const type of ['pointerdown', 'pointermove', 'touchstart', 'touchmove', 'wheel']) {
      const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
      expect(target.dispatchEvent(event), type).to.equal(true);
    }
    for (const element of [target, part(rating, 'stars'), rating]) {
      if (element) expect(getComputedStyle(element).touchAction).to.equal('auto');
    }
  });

  it('no star is a bare number', async () => {
    const rating = await rate(html`<sao-star-rating lang="vi" average="3" count="3"></sao-star-rating>`);
    expect(stars(rating).map((each) => each.getAttribute('aria-label'))).to.deep.equal([
      '1 sao trên 5: rất tệ',
      '2 sao trên 5: tệ',
      '3 sao trên 5: bình thường',
      '4 sao trên 5: tốt',
      '5 sao trên 5: rất tốt',
    ]);
  });

  it('arrow keys are not turned round in a right-to-left page', async () => {
    const rating = await rate(html`<sao-star-rating dir="rtl" value="3" average="3" count="3"></sao-star-rating>`);
    rating.focus();
    key(rating, 'ArrowLeft');
    await rating.updateComplete;
    expect(drawn(rating)).to.equal(4);
  });

  it('nothing is fetched to draw it', async () => {
    const rating = await rate();
    expect(rating.shadowRoot?.querySelectorAll('img, link, use, [href], [src]')).to.have.length(0);
    expect(stars(rating)).to.have.length(5);
    expect(used.server.gets).to.have.length(0);
  });

  it('no vote is posted by an arrow key, a hover or a focus', async () => {
    const rating = await rate();
    let changes = 0;
    rating.addEventListener('change', () => changes++);
    rating.focus();
    for (const name of ['ArrowRight', 'End', 'Home', '3', 'Escape', 'Tab']) key(rating, name);
    for (const each of stars(rating)) {
      each.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse' }));
      each.focus();
    }
    part(rating, 'stars')?.dispatchEvent(new PointerEvent('pointerleave'));
    rating.blur();
    await rating.updateComplete;
    expect([changes, rating.value, used.server.posts.length]).to.deep.equal([0, null, 0]);
  });

  it('no vote is cast when a screen reader swipes past', async () => {
    const rating = await rate();
    let changes = 0;
    rating.addEventListener('change', () => changes++);
    for (const each of stars(rating)) {
      each.focus();
      each.blur();
    }
    expect(changes).to.equal(0);
    expect(stars(rating).every((each) => each.getAttribute('aria-checked') === 'false')).to.equal(true);
  });

  it('there is no hidden sixth radio', async () => {
    const rating = await rate();
    expect(rating.shadowRoot?.querySelectorAll('[role="radio"], input')).to.have.length(5);
  });

  it('two and a half stars are drawn as two and a half', async () => {
    const rating = await rate(html`<sao-star-rating readonly average="2.5" count="2"></sao-star-rating>`);
    expect(drawn(rating)).to.equal(2.5);
    expect(part(rating, 'stars')?.getAttribute('aria-label')).to.include('2.5 stars out of 5');
  });

  it('hit areas are at least 24 pixels, however small the stars', async () => {
    for (const max of [5, 10]) {
      const rating = await rate(html`<sao-star-rating max=${max} average="2" count="2"></sao-star-rating>`);
      rating.style.setProperty('--sao-star-size', '10px');
      for (const each of stars(rating)) {
        const { width, height } = each.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(24);
      }
    }
  });

  it('empty and full differ by shape, not by colour', async () => {
    const rating = await rate(html`<sao-star-rating readonly average="2" count="2"></sao-star-rating>`);
    const empty = rating.shadowRoot?.querySelector('path.empty');
    const full = rating.shadowRoot?.querySelector('.full path');
    if (!empty || !full) throw new Error('Both are drawn.');
    expect(getComputedStyle(empty).fill).to.equal('none');
    expect(getComputedStyle(full).fill).not.to.equal('none');
  });

  it('read-only is quiet: one picture with one sentence, no tab stop', async () => {
    const rating = await rate(html`<sao-star-rating lang="vi" readonly average="4.25" count="4"></sao-star-rating>`);
    const image = part(rating, 'stars');
    expect(image?.getAttribute('role')).to.equal('img');
    expect(image?.getAttribute('aria-label')).to.equal('Đánh giá bài viết: Xếp hạng: 4,3 sao trên 5 - 4 phiếu bầu.');
    expect(part(rating, 'summary')?.getAttribute('aria-hidden')).to.equal('true');
    expect(rating.shadowRoot?.querySelectorAll('[tabindex], button, [role="status"]')).to.have.length(0);
  });

  it('a count is shown however small', async () => {
    const rating = await rate(html`<sao-star-rating average="5" count="1"></sao-star-rating>`);
    expect(part(rating, 'summary')?.textContent).to.include('5.0 - 1 vote');
  });
});
