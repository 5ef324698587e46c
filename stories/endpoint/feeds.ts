import { seedArticle, seedFields } from '../seed-article.js';

interface Feed {
  /** Only the one that is missing is really asked for. */
  address: string;
  type: string;
  /** None: it never answers. */
  text: string | undefined;
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const { heading, lead, body, source, published, path } = seedArticle;
const { href } = seedFields;
const content = escape(body.map((paragraph) => `<p>${paragraph}</p>`).join(''));
const at = (name: string) => new URL(`/feeds/${name}`, location.origin).href;

/** The seed article in each form that a card can read. */
const feeds = {
  'json-ld': {
    address: at('article.json'),
    type: 'application/ld+json',
    text: JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: heading,
      description: lead,
      datePublished: published,
      url: href,
      image: { '@type': 'ImageObject', url: '/dai-hoi.svg' },
      sourceOrganization: { '@type': 'Organization', name: source },
    }),
  },
  'json-feed': {
    address: at('feed.json'),
    type: 'application/feed+json',
    text: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: source,
      items: [{ id: path, url: href, title: heading, summary: lead, date_published: published, image: '/dai-hoi.svg' }],
    }),
  },
  rss: {
    address: at('feed.rss'),
    type: 'application/rss+xml',
    text: `<rss version="2.0"><channel><title>${escape(source)}</title><item><title>${escape(heading)}</title><link>${href}</link><guid>${href}</guid><pubDate>Sat, 16 Dec 2017 06:04:00 +0700</pubDate><description>${escape(lead)}</description><enclosure url="/dai-hoi.svg" type="image/svg+xml" length="0"/></item></channel></rss>`,
  },
  atom: {
    address: at('feed.atom'),
    type: 'application/atom+xml',
    text: `<feed xmlns="http://www.w3.org/2005/Atom"><title>${escape(source)}</title><entry><id>${href}</id><title>${escape(heading)}</title><link href="${href}"/><published>${published}</published><updated>${published}</updated><summary>${escape(lead)}</summary><content type="html">${content}</content></entry></feed>`,
  },
  empty: {
    address: at('empty.json'),
    type: 'application/feed+json',
    text: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: source, items: [] }),
  },
  silent: { address: at('silent.rss'), type: 'application/rss+xml', text: undefined },
} satisfies Record<string, Feed>;

export const feedOf = (name: keyof typeof feeds): Feed => feeds[name];

let installed = false;

/** Answers requests for the feeds in the browser, whose cards ask by XMLHttpRequest: each address leads to a blob. */
export function install(): void {
  if (installed) return;
  installed = true;
  globalThis.XMLHttpRequest = class extends XMLHttpRequest {
    #silent = false;

    override open(method: string, address: string | URL): void {
      const { href } = new URL(address, document.baseURI);
      const feed = Object.values<Feed>(feeds).find((candidate) => candidate.address === href);
      this.#silent = feed !== undefined && feed.text === undefined;
      super.open(method, feed?.text === undefined ? address : blobOf(feed.text, feed.type));
    }

    override send(body?: Document | XMLHttpRequestBodyInit | null): void {
      if (!this.#silent) super.send(body);
    }
  };
}

const blobOf = (text: string, type: string) => URL.createObjectURL(new Blob([text], { type }));
