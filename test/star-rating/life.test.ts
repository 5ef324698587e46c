import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { configure } from '../../src/shared/configuration.js';
import { page } from '../../src/shared/page.js';
import { SaoStarRating } from '../../src/star-rating.js';
import { votes } from '../../src/votes.js';
import { waitUntil } from '../wait-until.js';
import {
  drawn,
  endpoint,
  freshArticle,
  hasState,
  isIn,
  part,
  rate,
  star,
  stars,
  useFakeEndpoint,
} from './rating-page.js';

describe('a rating’s life', () => {
  const used = useFakeEndpoint();

  it('keeps properties that were set before it was defined', async () => {
    customElements.define('rating-defined-later', class extends SaoStarRating {});
    const early = document.createElement('div');
    early.innerHTML = '<rating-not-yet average="1" count="1"></rating-not-yet>';
    const element = early.firstElementChild as SaoStarRating;
    Object.assign(element, { max: 10, value: 8, average: 7.5, count: 2, readonly: false });
    customElements.define('rating-not-yet', class extends SaoStarRating {});
    (await fixture<HTMLElement>(html`<div></div>`)).append(early);
    await element.updateComplete;
    expect([element.max, element.value, element.average]).to.deep.equal([10, 8, 7.5]);
    expect(stars(element)).to.have.length(10);
    expect(drawn(element)).to.equal(8);
  });

  it('shows nothing of its fallback once it is there', async () => {
    const rating = await rate(
      html`<sao-star-rating average="1" count="1"
        ><form><button>Vote</button></form></sao-star-rating
      >`,
    );
    const button = rating.querySelector('button');
    expect(button?.getClientRects()).to.have.length(0);
    const before = document.createElement('button');
    rating.before(before);
    before.focus();
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(rating);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).not.to.equal(button);
  });

  it('takes a move for what it is', async () => {
    const box = await fixture<HTMLElement>(html`<div><i></i><b></b></div>`);
    const rating = document.createElement('sao-star-rating');
    Object.assign(rating, { article: freshArticle(), average: 3, count: 3 });
    box.firstElementChild?.append(rating);
    await rating.updateComplete;
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 5).click();
    box.lastElementChild?.append(rating);
    await sent;
    await rating.updateComplete;
    expect(rating.value).to.equal(5);
    expect(hasState(rating, 'sent')).to.equal(true);
  });

  it('knows its vote again when it comes back', async () => {
    const article = freshArticle();
    const rating = await rate(html`<sao-star-rating article=${article} average="3" count="3"></sao-star-rating>`);
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 5).click();
    await sent;
    rating.remove();
    const again = await rate(html`<sao-star-rating article=${article} average="3" count="3"></sao-star-rating>`);
    await isIn(again, 'sent');
    expect(again.value).to.equal(5);
    expect(part(again, 'status')?.textContent).to.include('You chose 5 stars. Your vote is counted.');
    expect(part(again, 'status')?.querySelector('[role="status"]')?.getAttribute('aria-live')).to.equal('off');
  });

  it('changes nothing in the document when nothing changes', async () => {
    for (const attributes of [html``, html`<svg slot="symbol" viewBox="0 0 1 1"><path d="M0 0h1v1z" /></svg>`]) {
      const rating = await rate(html`<sao-star-rating value="2" average="3" count="3">${attributes}</sao-star-rating>`);
      await nextFrame();
      await rating.updateComplete;
      const records: MutationRecord[] = [];
      const observer = new MutationObserver((seen) => records.push(...seen));
      const everything = { subtree: true, childList: true, attributes: true, characterData: true };
      if (rating.shadowRoot) observer.observe(rating.shadowRoot, everything);
      observer.observe(rating, everything);
      Object.assign(rating, { max: 5, average: 3, value: 2 });
      rating.requestUpdate();
      await rating.updateComplete;
      records.push(...observer.takeRecords());
      observer.disconnect();
      expect(records).to.deep.equal([]);
    }
  });

  it('leaves nothing behind: a hundred, added and removed ten times', async () => {
    const listeners = page.listeners.size;
    const { route } = votes;
    let routes = 0;
    let listening = 0;
    votes.route = (given) => {
      routes++;
      const end = route(given);
      return () => {
        routes--;
        end();
      };
    };
    votes.addEventListener = (...given: Parameters<EventTarget['addEventListener']>) => {
      listening++;
      EventTarget.prototype.addEventListener.apply(votes, given);
    };
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const ratings = Array.from({ length: 100 }, (_, index) => {
      const rating = document.createElement('sao-star-rating');
      return Object.assign(rating, { article: `leak ${index}`, average: 1, count: 1 });
    });
    for (let time = 0; time < 10; time++) {
      box.append(...ratings);
      await ratings[99]?.updateComplete;
      expect(routes).to.equal(100);
      box.replaceChildren();
      await nextFrame();
      // The outbox reads their votes meanwhile; a thousand reads at once would be another test.
      await votes.pending();
    }
    votes.route = route;
    Reflect.deleteProperty(votes, 'addEventListener');
    expect([routes, listening]).to.deep.equal([0, 0]);
    expect(page.listeners.size).to.equal(listeners);
  });

  it('turns to another article, leaving the former’s vote behind', async () => {
    const rating = await rate();
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 5).click();
    await sent;
    rating.article = freshArticle();
    await rating.updateComplete;
    expect(rating.value).to.equal(null);
    expect(hasState(rating, 'sent')).to.equal(false);
  });

  it('leaves a vote behind at another endpoint, with another reader, and on another article when it comes back', async () => {
    const turns: ((rating: SaoStarRating) => void)[] = [
      (rating) => (rating.endpoint = `${endpoint}?other`),
      () => configure({ voter: 'another' }),
      (rating) => {
        const place = rating.parentElement;
        rating.remove();
        rating.article = freshArticle();
        setTimeout(() => place?.append(rating));
      },
    ];
    for (const turn of turns) {
      const rating = await rate();
      let sent = oneEvent(rating, 'sao-vote-sent');
      star(rating, 5).click();
      await sent;
      turn(rating);
      await waitUntil(() => !hasState(rating, 'sent') && rating.isConnected);
      await rating.updateComplete;
      expect(rating.value).to.equal(null);
      expect(part(rating, 'status')?.textContent.trim()).to.equal('');
      sent = oneEvent(rating, 'sao-vote-sent');
      star(rating, 5).click();
      await sent;
      configure({ voter: undefined });
    }
    expect(used.server.posts).to.have.length(6);
  });

  it('shows no reader what comes of a former one’s vote', async () => {
    let answer: (response: Response) => void = () => undefined;
    used.server.onPost = () => new Promise((resolve) => (answer = resolve));
    configure({ voter: 'first' });
    const rating = await rate();
    star(rating, 5).click();
    await waitUntil(() => used.server.posts.length);
    configure({ voter: 'second' });
    await rating.updateComplete;
    const ended = oneEvent(votes, 'change');
    answer(Response.json({ sum: 5, count: 1 }));
    await ended;
    await rating.updateComplete;
    expect([rating.value, hasState(rating, 'sent')]).to.deep.equal([null, false]);
    configure({ voter: undefined });
  });

  it('follows the page to another address that is not loaded', async () => {
    const { href } = location;
    const rating = await fixture<SaoStarRating>(html`<sao-star-rating average="3" count="3"></sao-star-rating>`);
    for (const path of ['/a/1', '/a/2']) {
      history.replaceState(null, '', path);
      const sent = oneEvent(rating, 'sao-vote-sent');
      if (path.endsWith('2')) rating.requestUpdate();
      star(rating, 3).click();
      await sent;
      expect(used.server.posts.at(-1)?.article).to.equal(location.href);
    }
    history.replaceState(null, '', href);
    if (!('navigation' in globalThis)) return;
    await rating.updateComplete;
    await waitUntil(() => rating.value === null, 'no vote on the page’s own address');
  });

  it('has its vote delivered though the host takes it away with thanks', async () => {
    const own = `${endpoint}/own`;
    const rating = await rate(html`<sao-star-rating article=${freshArticle()} endpoint=${own}></sao-star-rating>`);
    rating.addEventListener('sao-vote', () => rating.replaceWith('Thank you!'));
    star(rating, 4).click();
    await waitUntil(() => used.server.posts.length === 1);
    expect(rating.isConnected).to.equal(false);
    expect(used.server.posts[0]).to.include({ score: 4 });
  });

  it('can be removed in the middle of anything', async () => {
    for (const wait of [() => undefined, () => Promise.resolve(), nextFrame]) {
      const rating = await rate();
      star(rating, 3).click();
      await wait();
      rating.remove();
      await wait();
      document.body.append(rating);
      await isIn(rating, 'sent');
      rating.remove();
    }
  });
});
