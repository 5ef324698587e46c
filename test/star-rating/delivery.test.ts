import { expect, html, oneEvent } from '@open-wc/testing';
import type { VoteDetail } from '../../src/star-rating.js';
import { waitUntil } from '../wait-until.js';
import { drawn, isIn, part, rate, star, stars, useFakeEndpoint } from './rating-page.js';

const said = (rating: Element) => part(rating, 'status')?.querySelector('[role="status"]')?.textContent.trim();
const button = (rating: Element, name: string) =>
  [...(part(rating, 'status')?.querySelectorAll('button') ?? [])].find((each) => each.textContent.includes(name));

describe('what is said of delivery', () => {
  const used = useFakeEndpoint();

  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('nothing before a vote, in a region that is there already', async () => {
    const rating = await rate();
    expect(said(rating)).to.equal('');
    expect(part(rating, 'status')?.querySelector('button')).to.equal(null);
  });

  it('is sending, then counted, politely', async () => {
    let answer: (response: Response) => void = () => undefined;
    used.server.onPost = () => new Promise((resolve) => (answer = resolve));
    const rating = await rate();
    star(rating, 4).click();
    await waitUntil(() => used.server.posts.length);
    expect(said(rating)).to.equal('You chose 4 stars. Sending…');
    expect(part(rating, 'status')?.querySelector('[aria-live="polite"]')).not.to.equal(null);
    const sent = oneEvent(rating, 'sao-vote-sent');
    answer(Response.json({}));
    await sent;
    await rating.updateComplete;
    expect(said(rating)).to.equal('You chose 4 stars. Your vote is counted.');
    expect(button(rating, 'Send')).to.equal(undefined);
  });

  it('is kept without a network, and Retry sends it', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    used.server.onPost = () => Promise.reject(new TypeError('offline'));
    const rating = await rate();
    star(rating, 4).click();
    await waitUntil(() => button(rating, 'Send again'));
    expect(said(rating)).to.equal('You chose 4 stars. Kept on this device, waiting to be sent.');
    used.server.onPost = ({ article, score }) => Response.json({ article, score, sum: 21, count: 5 });
    Reflect.deleteProperty(navigator, 'onLine');
    const sent = oneEvent(rating, 'sao-vote-sent');
    button(rating, 'Send again')?.click();
    await sent;
    await rating.updateComplete;
    expect(part(rating, 'summary')?.textContent).to.include('21 in 5');
  });

  it('does not drop the focus when the button that has it goes', async () => {
    used.server.onPost = () => new Response('', { status: 503 });
    const rating = await rate(html`<sao-star-rating once average="3" count="3"></sao-star-rating>`);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    star(rating, 4).click();
    await waitUntil(() => button(rating, 'Send again'));
    Reflect.deleteProperty(navigator, 'onLine');
    button(rating, 'Send again')?.focus();
    button(rating, 'Send again')?.click();
    await rating.updateComplete;
    expect(button(rating, 'Send again')).to.equal(undefined);
    expect(rating.shadowRoot?.activeElement).to.equal(star(rating, 4));
  });

  for (const [reason, status, words] of [
    ['refused', 403, 'the server refused it'],
    ['already-voted', 409, 'you had voted before'],
  ] as const) {
    it(`is why not, where it is ${reason}`, async () => {
      used.server.onPost = () => Response.json({ sum: 9, count: 2 }, { status });
      const rating = await rate();
      const rejected = oneEvent<CustomEvent<VoteDetail>>(rating, 'sao-vote-rejected');
      star(rating, 4).click();
      expect((await rejected).detail.reason).to.equal(reason);
      await rating.updateComplete;
      expect(said(rating)).to.include(`Your vote is not counted: ${words}`);
      expect(part(rating, 'status')?.querySelector('button')).to.equal(null);
    });
  }

  it('goes back to the last confirmed vote when a later one is refused', async () => {
    const rating = await rate();
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 4).click();
    await sent;
    used.server.onPost = () => new Response('', { status: 403 });
    const rejected = oneEvent(rating, 'sao-vote-rejected');
    star(rating, 1).click();
    await rejected;
    await rating.updateComplete;
    expect(rating.value).to.equal(4);
    expect(drawn(rating)).to.equal(4);
  });

  it('lets the reader change the vote', async () => {
    const rating = await rate();
    star(rating, 4).click();
    await isIn(rating, 'sent');
    await rating.updateComplete;
    button(rating, 'Change')?.click();
    expect(rating.shadowRoot?.activeElement).to.equal(stars(rating)[3]);
    expect(rating.value).to.equal(4);
  });

  it('leaves the invitation until the reader has voted', async () => {
    const rating = await rate(html`<sao-star-rating lang="vi" average="4.25" count="4"></sao-star-rating>`);
    // WebKit joins lines in `innerText` that it draws one below the other.
    const lines = () =>
      [...(part(rating, 'summary')?.childNodes ?? [])]
        .filter((node) => !(node instanceof Comment))
        .flatMap(({ textContent }) => textContent?.trim().split('\n') ?? [])
        .filter(Boolean);
    const seed = ['Tổng số điểm của bài viết là: 17 trong 4 đánh giá', 'Xếp hạng: 4,3 - 4 phiếu bầu'];
    expect(lines()).to.deep.equal([...seed, 'Click để đánh giá bài viết']);
    used.server.onPost = () => Promise.reject(new TypeError('offline'));
    star(rating, 4).click();
    await rating.updateComplete;
    expect(lines()).to.deep.equal(seed);
  });
});
