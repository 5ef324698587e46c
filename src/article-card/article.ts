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
  /** The image in several widths, written as in an `<img>`. */
  srcset?: string | undefined;
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

const names =
  'article href heading lead body image imageAlt srcset published updated author section source sourceHref'.split(
    ' ',
  ) as (keyof Article)[];

/** Fields that mean nothing without another one of the same origin. */
const companions: Partial<Record<keyof Article, keyof Article>> = {
  imageAlt: 'image',
  srcset: 'image',
  sourceHref: 'source',
};

/**
 * Field by field the first that has it; but no caption for another picture, and no address for another source. An empty
 * text is none, except for a picture's, where it says that the picture is decoration.
 */
export function merge(...articles: (Article | undefined)[]): Article {
  const merged: Article = {};
  for (const article of articles) {
    const before = { ...merged };
    for (const name of names) {
      const value = article?.[name];
      const isNone = !value && (value !== '' || name !== 'imageAlt');
      if (!isNone && !before[companions[name] ?? name]) merged[name] ??= value;
    }
  }
  return merged;
}
