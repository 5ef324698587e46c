import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/article-card.js';
import type { SaoArticleCard } from '../../src/article-card.js';
import { outlineOf, loaded } from './outline.js';
import { seed } from './seed.js';

const sample = (name: string) => new URL(`./samples/${name}`, import.meta.url).href;
const body = seed.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`);

describe('the seed article gives the same outline', () => {
  let expected = '';

  before(async () => {
    const card = await fixture<SaoArticleCard>(
      html`<sao-article-card
        lang="vi"
        href=${seed.href}
        heading=${seed.heading}
        lead=${seed.lead}
        published=${seed.published}
        source=${seed.source}
        >${body}</sao-article-card
      >`,
    );
    expected = outlineOf(card);
    expect(expected).to.equal(
      [
        'article',
        'heading 3',
        `link ${seed.href}`,
        seed.heading,
        '(trang khác: hauugiang.example)',
        'time 2017-12-16T06:04:00+07:00',
        'Thứ Bảy, 16 tháng 12, 2017 06:04',
        'paragraph',
        seed.lead,
        ...seed.paragraphs.flatMap((paragraph) => ['paragraph', paragraph]),
        'Nguồn tin: LH Các Tổ chức HN Hậu Giang',
      ].join('\n'),
    );
  });

  it('through data', async () => {
    const card = await fixture<SaoArticleCard>(html`<sao-article-card lang="vi"></sao-article-card>`);
    card.data = { ...seed, body: seed.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('') };
    await card.updateComplete;
    expect(outlineOf(card)).to.equal(expected);
  });

  const link = html`<a href=${seed.href}>${seed.heading}</a>`;
  const lead = html`${seed.lead}`;
  for (const [markup, slotted] of [
    ['plain', html`<a slot="heading" href=${seed.href}>${seed.heading}</a><span slot="lead">${lead}</span>`],
    [
      'semantic',
      html`<h2 slot="heading">${link}</h2>
        <p slot="lead">${lead}</p>`,
    ],
    [
      'nested',
      html`<div slot="heading"><h1>${link}</h1></div>
        <div slot="lead"><p>${lead}</p></div>`,
    ],
  ] as const) {
    it(`through slots of ${markup} markup`, async () => {
      const card = await fixture<SaoArticleCard>(
        html`<sao-article-card lang="vi" published=${seed.published}>
          ${slotted}
          <span slot="source">${seed.source}</span>
          ${body}
        </sao-article-card>`,
      );
      expect(outlineOf(card)).to.equal(expected);
    });
  }

  it('through a slotted heading whose address is the card’s', async () => {
    const card = await fixture<SaoArticleCard>(
      html`<sao-article-card lang="vi" href=${seed.href} lead=${seed.lead} published=${seed.published}>
        <h2 slot="heading">${seed.heading}</h2>
        <span slot="source">${seed.source}</span>
        ${body}
      </sao-article-card>`,
    );
    expect(outlineOf(card)).to.equal(expected);
  });

  it('through JSON-LD in the page', async () => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.id = 'article';
    script.textContent = await (await fetch(sample('seed.jsonld.json'))).text();
    document.body.append(script);
    const card = await loaded(html`<sao-article-card lang="vi" for="article"></sao-article-card>`);
    script.remove();
    expect(outlineOf(card)).to.equal(expected);
  });

  for (const name of ['seed.jsonld.json', 'seed.feed.json', 'seed.rss.xml', 'seed.atom.xml']) {
    it(`through ${name}`, async () => {
      const card = await loaded(html`<sao-article-card lang="vi" src=${sample(name)}></sao-article-card>`);
      expect(outlineOf(card)).to.equal(expected);
    });
  }
});

describe('what cannot be loaded', () => {
  const failing = async (attributes: Record<string, string>) => {
    const card = document.createElement('sao-article-card');
    for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
    const event = oneEvent(card, 'sao-error');
    document.body.append(card);
    const { detail } = (await event) as HTMLElementEventMap['sao-error'];
    expect(card.matches(':state(error)')).to.be.true;
    card.remove();
    return detail.reason;
  };

  it('says why', async () => {
    expect(await failing({ src: '/no-such-feed' })).to.equal('status');
    expect(await failing({ src: sample('seed.ts').replace('/samples', '') })).to.equal('format');
    expect(await failing({ src: sample('seed.rss.xml'), item: '2' })).to.equal('not-found');
    expect(await failing({ for: 'no-such-script' })).to.equal('not-found');
    const script = Object.assign(document.createElement('script'), {
      type: 'application/json',
      id: 'other',
      text: '{}',
    });
    document.body.append(script);
    expect(await failing({ for: 'other' })).to.equal('not-found');
    script.type = 'application/ld+json';
    expect(await failing({ for: 'other' })).to.equal('format');
    script.remove();
    expect(await failing({ src: 'http://127.0.0.1:9/feed' })).to.equal('network');
  });

  it('names an address that is none as one that cannot be reached', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (message: string) => said.push(message);
    expect(await failing({ src: 'http://[bad' })).to.equal('network');
    console.warn = warn;
    expect(said.join()).to.contain('src="http://[bad": not reached; check the address');
  });
});

describe('what is told of a loaded article', () => {
  it('may be printed: its text is sanitised', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        {
          url: 'https://n.example/a/1',
          content_html: '<p onclick=x()>T <a href="javascript:x()">a</a> <a href=b>b</a></p>',
        },
      ],
    };
    const src = URL.createObjectURL(new Blob([JSON.stringify(feed)], { type: 'application/json' }));
    const load = oneEvent(document, 'sao-load');
    await loaded(html`<sao-article-card src=${src}></sao-article-card>`);
    const { detail } = (await load) as HTMLElementEventMap['sao-load'];
    expect(detail.data.body).to.equal('<p>T <a>a</a> <a href="https://n.example/a/b">b</a></p>');
  });
});
