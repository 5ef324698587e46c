import type { Entry, PlainText } from './article.js';
import { hasMonthForMinutes, toIso } from './dates.js';
import { children, imageOf, textOf } from './xml.js';

/** The items of an RSS 2.0 document. @see https://www.rssboard.org/rss-specification */
export function readRss(document: Document, plain: PlainText): Entry[] {
  const channel = document.querySelector('channel') ?? undefined;
  const items = [...document.querySelectorAll('item')];
  const dateOf = (item: Element) => textOf(item, 'pubDate') ?? textOf(item, 'dc:date');
  // NukeViet up to 4.5 writes the month where the minutes belong. One item could mean it; all of them do not.
  const minutesAreMonths = items.every((item) => hasMonthForMinutes(dateOf(item)));

  return items.map((item) => {
    const guid = children(item, 'guid')[0];
    const id = guid?.textContent.trim();
    const href = textOf(item, 'link') ?? (guid?.getAttribute('isPermaLink') === 'false' ? undefined : id);
    return {
      keys: [id, href],
      read: () => {
        const description = textOf(item, 'description') ?? '';
        const body = textOf(item, 'content:encoded');
        const published = toIso(dateOf(item));
        return {
          href,
          heading: plain(textOf(item, 'title') ?? ''),
          lead: plain(description),
          body,
          ...imageOf(item, description + (body ?? ''), plain),
          published: minutesAreMonths ? published?.slice(0, 10) : published,
          // RSS wants an e-mail address, with the name in brackets.
          author: textOf(item, 'dc:creator') ?? /\((.+)\)/.exec(textOf(item, 'author') ?? '')?.[1],
          section: plain(textOf(item, 'category') ?? ''),
          source: plain(textOf(item, 'source') ?? textOf(channel, 'title') ?? ''),
        };
      },
    };
  });
}
