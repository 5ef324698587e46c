import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/article-card.js';
import type { Article, SaoArticleCard } from '../../src/article-card.js';

const sample = (name: string) => new URL(`./samples/${name}`, import.meta.url).href;

/** The article that a card makes of a document, by `sao-load`. */
async function articleOf(src: string, item = ''): Promise<Article> {
  const load = oneEvent(document, 'sao-load');
  await fixture<SaoArticleCard>(html`<sao-article-card lang="vi" src=${src} item=${item}></sao-article-card>`);
  return ((await load) as HTMLElementEventMap['sao-load']).detail.data;
}

/** An address at which the text can be fetched. */
const at = (text: string, type: string) => URL.createObjectURL(new Blob([text], { type }));
const json = (value: unknown) => at(JSON.stringify(value), 'application/json');
const rss = (item: string, channel = '') =>
  at(
    `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title>${channel}<item><title>H</title>${item}</item></channel></rss>`,
    'application/rss+xml',
  );

describe('NukeViet', () => {
  for (const version of ['4.3', '4.5']) {
    it(`${version}: the month for minutes is no time, entities are read, the image is found`, async () => {
      const article = await articleOf(sample(`nukeviet-${version}.rss.xml`));
      expect(article.heading).to.equal('Chi bộ "trong sạch" & vững mạnh');
      expect(article.published).to.equal('2017-12-16');
      expect(article.lead?.normalize()).to.equal('Sáng 13 tháng 5 năm 2014, chi bộ tổ chức Đại hội.');
      expect(article.href).to.equal('https://hauugiang.example/vi/news/doi-ngoai/chi-bo-16.html');
      expect(new URL(article.image ?? '').pathname).to.equal('/uploads/news/2017_12/dai-hoi.jpg');
      expect(article.imageAlt).to.equal('Đại hội');
      expect(article.author).to.equal(undefined);
    });
  }

  it('4.6: Atom keeps its minutes', async () => {
    const article = await articleOf(sample('nukeviet-4.6.atom.xml'));
    expect(article.heading).to.equal('Chi bộ "trong sạch" & vững mạnh');
    expect(article.published).to.equal('2017-12-16T06:04:00+07:00');
    expect(article.updated).to.equal('2018-01-02T09:30:00+07:00');
    expect(article.source).to.equal('Hậu Giang - Tin Tức');
    expect(article.imageAlt).to.equal('Đại hội');
  });

  it('4.6: instant RSS has ISO dates, which are trusted', async () => {
    const article = await articleOf(sample('nukeviet-4.6-instant.rss.xml'));
    expect(article.published).to.equal('2017-12-16T06:12:00+07:00');
    expect(article.author).to.equal('Nguyễn An');
    const card = await fixture<SaoArticleCard>(html`<sao-article-card .data=${article}></sao-article-card>`);
    await card.updateComplete;
    const body = card.renderRoot.querySelector('[part=body]');
    expect(body?.textContent.trim().replace(/\s+/g, ' ')).to.match(/^Chi bộ ?Thân bài ?Hết$/);
  });
});

describe('an item', () => {
  it('is chosen by position, id or URL', async () => {
    const src = sample('nukeviet-4.3.rss.xml');
    for (const item of ['2', 'news_15', 'https://hauugiang.example/vi/news/doi-ngoai/tin-15.html']) {
      expect((await articleOf(src, item)).heading, item).to.equal('Tin cũ hơn');
    }
  });

  it('is chosen by an address, whether it or the document’s is relative', async () => {
    const src = json({
      items: [
        { title: 'A', url: '/a' },
        { title: 'B', url: 'https://n.example/b' },
      ],
    });
    expect((await articleOf(src, 'https://n.example/b')).heading).to.equal('B');
    const script = Object.assign(document.createElement('script'), { type: 'application/ld+json', id: 'relative' });
    script.text = JSON.stringify([
      { '@type': 'Article', headline: 'A', url: '/a' },
      { '@type': 'Article', headline: 'B', url: '/b' },
      { '@type': 'Article', headline: 'C', url: new URL('/c', document.baseURI).href },
    ]);
    document.body.append(script);
    for (const [item, heading] of [
      [new URL('/b', document.baseURI).href, 'B'],
      ['/c', 'C'],
    ]) {
      const load = oneEvent(document, 'sao-load');
      await fixture(html`<sao-article-card for="relative" item=${item}></sao-article-card>`);
      expect(((await load) as HTMLElementEventMap['sao-load']).detail.data.heading, item).to.equal(heading);
    }
    script.remove();
  });
});

describe('other writers', () => {
  it('WordPress', async () => {
    const article = await articleOf(sample('wordpress.rss.xml'));
    expect(article).to.deep.equal({
      href: 'https://courier.example/bridge/',
      heading: 'A bridge’s first day',
      lead: 'Thousands crossed it on foot […]',
      body: '<p>Thousands crossed it <a href="https://courier.example/map">on foot</a>.</p>',
      image: 'https://courier.example/bridge.jpg',
      published: '2026-11-23T08:15:42+00:00',
      author: 'An Nguyen',
      section: 'Provinces',
      source: 'The Mekong Courier – News',
    });
  });

  it('JSON Feed 1.0 and 1.1', async () => {
    const items = [
      { id: 7, url: '/a', title: 'A < B', content_text: 'One\n\n<two>', banner_image: '/b.jpg', author: { name: 'N' } },
    ];
    const article = await articleOf(json({ version: 'https://jsonfeed.org/version/1', title: 'F', items }), '7');
    expect(article.heading).to.equal('A < B');
    expect(article.body).to.equal('<p>One</p>\n\n<p>&lt;two&gt;</p>');
    expect(article.author).to.equal('N');
    expect(article.source).to.equal('F');
    const newer = { ...items[0], authors: [{ name: 'N' }, { name: 'M' }], tags: ['t'], summary: 'S' };
    const second = await articleOf(json({ version: 'https://jsonfeed.org/version/1.1', items: [newer] }));
    expect([second.author, second.section, second.lead]).to.deep.equal(['N, M', 't', 'S']);
  });

  it('JSON-LD as it is found: arrays, references, objects and strings', async () => {
    const article = await articleOf(
      json([
        { '@type': 'Organization', '@id': '#o', name: 'Org', url: 'https://o.example/' },
        {
          '@graph': [
            { '@type': 'Person', '@id': '#p', name: 'P' },
            {
              '@type': ['Article', 'NewsArticle'],
              headline: 'Tom &amp; Jerry',
              author: [{ '@id': '#p' }, 'Q'],
              image: [
                { '@type': 'ImageObject', contentUrl: 'https://i.example/1.jpg', caption: 'C' },
                'https://i.example/2.jpg',
              ],
              mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://n.example/1' },
              publisher: { '@id': '#o' },
              datePublished: '2017-12-16',
              articleSection: ['S', 'T'],
            },
          ],
        },
      ]),
    );
    expect(article).to.deep.equal({
      href: 'https://n.example/1',
      heading: 'Tom & Jerry',
      image: 'https://i.example/1.jpg',
      imageAlt: 'C',
      published: '2017-12-16',
      author: 'P, Q',
      section: 'S',
      source: 'Org',
      sourceHref: 'https://o.example/',
    });
  });

  it('an organisation’s name is no address, and the publisher’s address is not another one’s', async () => {
    const article = { '@type': 'NewsArticle', headline: 'H' };
    const publisher = { '@type': 'Organization', name: 'P', url: 'https://p.example/' };
    const named = await articleOf(json({ ...article, publisher: 'Org' }));
    expect([named.source, named.sourceHref]).to.deep.equal(['Org', undefined]);
    const both = await articleOf(json({ ...article, sourceOrganization: 'Agency', publisher }));
    expect([both.source, both.sourceHref]).to.deep.equal(['Agency', undefined]);
    const published = await articleOf(json({ ...article, publisher }));
    expect([published.source, published.sourceHref]).to.deep.equal(['P', 'https://p.example/']);
  });

  it('the author of all of a feed is each item’s that names none', async () => {
    const items = [{ title: 'A' }, { title: 'B', author: { name: 'Own' } }];
    const src = json({ version: 'https://jsonfeed.org/version/1.1', authors: [{ name: 'Feed' }], items });
    expect((await articleOf(src, '1')).author).to.equal('Feed');
    expect((await articleOf(src, '2')).author).to.equal('Own');
    const atom = at(
      '<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Feed</name></author><entry><title>A</title></entry><entry><title>B</title><author><name>Own</name></author></entry></feed>',
      'application/atom+xml',
    );
    expect((await articleOf(atom, '1')).author).to.equal('Feed');
    expect((await articleOf(atom, '2')).author).to.equal('Own');
  });

  it('dates of RFC 822, with names of months and zones, in every browser', async () => {
    for (const [written, iso] of [
      ['Sat, 16 Dec 2017 06:04:00 +0700', '2017-12-16T06:04:00+07:00'],
      ['Sat, 16 Dec 2017 06:04:00 GMT', '2017-12-16T06:04:00Z'],
      ['5 May 99 06:04 EDT', '1999-05-05T06:04-04:00'],
      ['16 Dec 2017 06:04 ICT', '2017-12-16T06:04'],
      ['31 Feb 2017 06:04:00 GMT', undefined],
      ['16 Foo 2017 06:04:00 GMT', undefined],
    ] as const) {
      expect((await articleOf(rss(`<pubDate>${written}</pubDate>`))).published, written).to.equal(iso);
    }
  });

  it('an enclosure that is no image is none; an address in the author’s place is not shown', async () => {
    const article = await articleOf(
      rss(
        '<enclosure url="https://x.example/a.mp3" type="audio/mpeg"/><media:group><media:content url="https://x.example/a.jpg" type="image/jpeg"/></media:group><author>a@x.example (Ann)</author><guid>not-an-address</guid>',
      ),
    );
    expect(article.image).to.equal('https://x.example/a.jpg');
    expect(article.author).to.equal('Ann');
    expect(article.href).to.equal(undefined);
  });

  it('Atom in XHTML, with an enclosure', async () => {
    const article = await articleOf(
      at(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>b</b></div></title><link rel="enclosure" type="image/png" href="https://x.example/e.png"/><link href="https://x.example/1"/><category term="c" label="C"/><updated>2017-12-16T06:04Z</updated><source><title>S</title></source></entry></feed>',
        'application/atom+xml',
      ),
    );
    expect(article).to.deep.include({
      heading: 'A b',
      href: 'https://x.example/1',
      image: 'https://x.example/e.png',
      section: 'C',
      source: 'S',
      published: '2017-12-16T06:04Z',
    });
  });

  it('a feed sent as text/plain', async () => {
    const text = '<rss version="2.0"><channel><item><title>Plain</title></item></channel></rss>';
    expect((await articleOf(at(text, 'text/plain'))).heading).to.equal('Plain');
  });
});
