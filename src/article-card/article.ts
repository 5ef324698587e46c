/** An article as a card shows it. The names are the attributes'; each stands for a term of schema.org's `NewsArticle`. */
export interface Article {
  /** The id under which votes are counted; default `href`. */
  article?: string | undefined;
  /** `url`. */
  href?: string | undefined;
  /** `headline`, plain text. */
  heading?: string | undefined;
  /** `description`, plain text. */
  lead?: string | undefined;
  /** `articleBody` as HTML; sanitised before it is shown, wherever it comes from. */
  body?: string | undefined;
  /** `image`. */
  image?: string | undefined;
  /** The text that stands for the image. */
  imageAlt?: string | undefined;
  /** `datePublished`. */
  published?: string | undefined;
  /** `dateModified`. */
  updated?: string | undefined;
  /** `author`. */
  author?: string | undefined;
  /** `articleSection`. */
  section?: string | undefined;
  /** `sourceOrganization`: who the news came from. */
  source?: string | undefined;
  /** The address of the source. */
  sourceHref?: string | undefined;
}

/** One article of a document, read only when a card asks for it. */
export interface Entry {
  /** What `item` may call it by: its id and its URL. */
  keys: (string | undefined)[];
  read: () => Article;
}

/** Turns HTML into the text that a reader would see. */
export type PlainText = (html: string) => string;

/** Fields that mean nothing without another one of the same origin. */
const companions: Partial<Record<keyof Article, keyof Article>> = { imageAlt: 'image', sourceHref: 'source' };

/** Field by field the first that has it; but no caption for another picture, and no address for another source. */
export function merge(...articles: Article[]): Article {
  const merged: Article = {};
  for (const article of articles) {
    const before = { ...merged };
    for (const name of Object.keys(article) as (keyof Article)[]) {
      const companion = companions[name];
      if (article[name] && !before[name] && !(companion && before[companion])) merged[name] = article[name];
    }
  }
  return merged;
}

/** The entry that `item` means: an id or a URL, else a position from 1; without `item` the first. */
export function pick(entries: Entry[], item: string | undefined): Entry | undefined {
  return item ? (entries.find(({ keys }) => keys.includes(item)) ?? entries[Number(item) - 1]) : entries[0];
}
