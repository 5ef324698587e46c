import { html, nothing, type TemplateResult } from 'lit';
import { pageUrl } from '../shared/page-url.js';
import type { Article } from './article.js';
import { dateText, type DateStyle } from './date-text.js';
import { follow, press } from './follow.js';
import { followable } from './links.js';
import type { Presentation } from './presentation.js';
import { slottedIn, slottedLink, type Slots } from './slotted.js';
import type { CardWords } from './words.js';
import { readDate, type WrittenDate } from './written-date.js';

/** All that a card shows; what is left is to write it down. */
export interface View extends Presentation {
  article: Article;
  /** The slots that are shown. */
  slots: Slots;
  /** The sanitised text. */
  body: Element | '' | undefined;
  /** Whether the article is on its way. */
  loading: boolean;
  /**
   * What stands in place of an article that has no heading yet. While it is tried again the button stays, and the focus
   * with it.
   */
  instead: 'loading' | 'error' | 'empty' | undefined;
  /** Whether the room of an article is kept before there is one. */
  reserved: boolean;
  rating: boolean;
  words: CardWords;
  language: string;
  retry: () => void;
}

/** A part, if there is something in it. */
const part = (name: string, content: unknown, role: unknown = nothing) =>
  content ? html`<div part=${name} class=${name} role=${role}>${content}</div>` : nothing;

/** A picture that cannot be loaded leaves its box, and nothing in it. */
const onPicture = {
  capture: true,
  handleEvent: ({ type, currentTarget }: Event) =>
    (currentTarget as Element).classList.toggle('broken', type === 'error'),
};

export function cardTemplate(view: View): TemplateResult {
  const { article, slots, words, language, dateStyle, timeZone, instead, reserved } = view;
  const id = article.article ?? article.href;
  const link = slottedLink(slots);
  const [picture, address, sourceAddress] = [article.image, link?.href ?? article.href, article.sourceHref].map((url) =>
    followable(url),
  );
  const [published, updated] = [article.published, article.updated].map(readDate);

  const slotOr = (name: string, content?: unknown) => (slots[name] ? html`<slot name=${name}></slot>` : content);
  /** Says in words that a link leaves the site. */
  const external = ({ origin, host }: URL) =>
    origin === pageUrl().origin || !host
      ? nothing
      : html`<span class="hidden"> ${words.external.replace('{host}', host)}</span>`;
  const time = (date: WrittenDate, name: string | typeof nothing) => {
    const text = (style: DateStyle) => dateText(date, language, style, timeZone);
    return html`<time part=${name} datetime=${date.iso} title=${dateStyle === 'relative' ? text('long') : nothing}
      >${text(dateStyle)}</time
    >`;
  };

  const media = () =>
    html`<div part="media" class="media" @error=${onPicture} @load=${onPicture}>
      ${slotOr(
        'image',
        picture &&
          html`<img
            part="image"
            loading="lazy"
            sizes="auto, 40em"
            srcset=${article.srcset ?? nothing}
            src=${picture.href}
            alt=${article.imageAlt ?? ''}
          />`,
      )}
    </div>`;

  const meta = [
    published && time(published, 'date'),
    updated &&
      !(published && published.moment >= updated.moment) &&
      html`<span>${words.updated} ${time(updated, nothing)}</span>`,
    article.author && html`<span>${article.author}</span>`,
  ].filter(Boolean);

  const story = () => {
    const heading = slotOr('heading', article.heading);
    return html`${part('section', article.section)}
      <div part="heading" class="heading" role="heading" aria-level=${view.headingLevel}>
        ${
          address
            ? [
                link ? heading : html`<a part="link" class="link" href=${article.href}>${heading}</a>`,
                external(address),
              ]
            : heading
        }
      </div>
      ${part('meta', meta.length > 0 && meta)}
      <div class="story">
        ${part('lead', slotOr('lead', article.lead), slottedIn(slots.lead, 'p') ? nothing : 'paragraph')}
        ${part('body', slots.body ? html`<slot></slot>` : view.body)}
      </div>
      ${part(
        'source',
        (slots.source ?? article.source) && [
          words.source,
          ' ',
          slotOr(
            'source',
            sourceAddress
              ? html`<a href=${sourceAddress.href}>${article.source}</a>${external(sourceAddress)}`
              : article.source,
          ),
        ],
      )}`;
  };

  const standIns = {
    loading: html`<div part="skeleton" class="skeleton"><span class="hidden">${words.loading}</span></div>`,
    error: html`<div part="error" role="status">
      ${words.failed} <button type="button" @click=${view.retry}>${words.retry}</button>
    </div>`,
    empty: words.empty,
  };

  const rating = slots.rating ? nothing : html`<sao-star-rating .article=${id}></sao-star-rating>`;

  const onClick = (event: MouseEvent) => {
    const base = event.currentTarget as Element;
    follow(event, link ?? base.querySelector<HTMLAnchorElement>('.link'));
  };
  return html`<article
    part="base"
    class=${`base ${view.layout}${reserved ? ' reserved' : ''}`}
    aria-busy=${view.loading}
    .style=${`--_ratio:${view.imageRatio}`}
    @click=${onClick}
    @auxclick=${onClick}
    @pointerdown=${press}
    @contextmenu=${press}
  >
    ${reserved || article.image || slots.image ? media() : nothing}
    <div class="column">
      <div class="text">${instead && !article.heading ? standIns[instead] : story()}</div>
      ${part(
        'rating',
        (view.rating || slots.rating) &&
          // While the article is not known the rating would take the page for it: only its room is kept.
          (instead && !id && (!slots.rating || slottedIn(slots.rating, 'sao-star-rating:not([article])'))
            ? []
            : html`<slot name="rating">${rating}</slot>`),
      )}${part('actions', slotOr('actions'))}
    </div>
  </article>`;
}
