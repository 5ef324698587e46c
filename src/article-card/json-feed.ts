import type { Entry } from './article.js';
import { list, object, paragraphs, text, type Json } from './json.js';

export const isJsonFeed = (document: Json): boolean =>
  Array.isArray(document.items) || String(document.version).includes('jsonfeed.org');

/** The items of a JSON Feed 1.0 or 1.1. @see https://www.jsonfeed.org/version/1.1/ */
export function readJsonFeed(feed: Json): Entry[] {
  return list(feed.items).map((value) => {
    const item = object(value);
    const id = text(item.id);
    const href = text(item.url) ?? text(item.external_url);
    return {
      keys: [id, href],
      read: () => ({
        href,
        heading: text(item.title),
        lead: text(item.summary),
        body: text(item.content_html) ?? paragraphs(text(item.content_text)),
        image:
          text(item.image) ??
          text(item.banner_image) ??
          text(
            list(item.attachments)
              .map(object)
              .find((attachment) => String(attachment.mime_type).startsWith('image/'))?.url,
          ),
        published: text(item.date_published),
        updated: text(item.date_modified),
        author:
          list(item.authors ?? item.author ?? feed.authors ?? feed.author)
            .map((author) => text(object(author).name))
            .filter(Boolean)
            .join(', ') || undefined,
        section: text(list(item.tags)[0]),
        source: text(feed.title),
      }),
    };
  });
}
