import { expect, oneEvent } from '@open-wc/testing';
import '../../src/article-card.js';
import type { ErrorDetail } from '../../src/article-card.js';

const sample = (name: string) => new URL(`./samples/${name}`, import.meta.url).href;

/** What a card of the feed reports. */
async function failureOf(src: string): Promise<ErrorDetail> {
  const card = document.createElement('sao-article-card');
  card.src = src;
  const failure = oneEvent(card, 'sao-error');
  document.body.append(card);
  const { detail } = (await failure) as HTMLElementEventMap['sao-error'];
  card.remove();
  return detail;
}

describe('a feed that cannot be read', () => {
  const { send } = XMLHttpRequest.prototype as { send: (this: XMLHttpRequest) => void };
  const fetch = window.fetch.bind(window);

  afterEach(() => {
    XMLHttpRequest.prototype.send = send;
    window.fetch = fetch;
  });

  it('is given up after ten seconds', async () => {
    let given = 0;
    XMLHttpRequest.prototype.send = function () {
      given = this.timeout;
      // The ten seconds are over at once, and the browser says so in its own way.
      for (const type of ['timeout', 'loadend']) this.dispatchEvent(new ProgressEvent(type));
    };
    expect(await failureOf(sample('seed.rss.xml?dead'))).to.deep.equal({
      reason: 'network',
      message: 'no answer within 10 seconds.',
    });
    expect(given).to.equal(10_000);
  });

  it('is asked for again after that', async () => {
    const src = sample('seed.rss.xml?asleep');
    XMLHttpRequest.prototype.send = function () {
      for (const type of ['timeout', 'loadend']) this.dispatchEvent(new ProgressEvent(type));
    };
    await failureOf(src);
    XMLHttpRequest.prototype.send = send;
    const card = document.createElement('sao-article-card');
    card.src = src;
    const load = oneEvent(card, 'sao-load');
    document.body.append(card);
    await load;
    card.remove();
  });

  it('though its server answers, lacks a header, and the message names it', async () => {
    const asked: [unknown, RequestMode | undefined][] = [];
    // Another origin that is there but allows nothing: what `no-cors` reaches, the request before it did not.
    window.fetch = (address, options) => {
      asked.push([address, options?.mode]);
      return Promise.resolve(Response.error());
    };
    const src = 'http://127.0.0.1:9/feed';
    expect(await failureOf(src)).to.deep.equal({
      reason: 'cors',
      message: `the feed must send Access-Control-Allow-Origin: ${location.origin}`,
    });
    expect(asked).to.deep.equal([[src, 'no-cors']]);
  });

  it('lacks no header where it is of the page’s own origin', async () => {
    XMLHttpRequest.prototype.send = function () {
      for (const type of ['error', 'loadend']) this.dispatchEvent(new ProgressEvent(type));
    };
    expect((await failureOf(sample('seed.rss.xml?cut'))).reason).to.equal('network');
  });
});
