import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from './article.js';
import { dateText, type DateStyle } from './date-text.js';
import { follow, press } from './follow.js';
import { followable } from './links.js';
import type { Presentation } from './presentation.js';
import { slottedLink, type Slots } from './slotted.js';
import type { CardWords } from './words.js';
import { readDate, type WrittenDate } from './written-date.js';

/** All that a card shows; what is left is to write it down. */
export interface View extends Presentation {
  article: Article;
  /** The slots that are shown. */
  slots: Slots;
  /** The sanitised text. */
  body: Element | '' | undefined;
  /** What `for` or `src` came to. */
  state: 'loading' | 'error' | 'empty' | '';
  /** Whether the last loading failed; while it is tried again the button stays, and the focus with it. */
  failed: boolean;
  /** Whether the room of an article is kept before there is one. */
  reserved: boolean;
  rating: boolean;
  words: CardWords;
  language: string;
  retry: () => void;
}

/** A part, if there is something in it. */
const part = (name: string, content: unknown) =>
  content ? html`<div part=${name} class=${name}>${content}</div>` : nothing;

const slotOr = ({ slots }: View, name: string, content?: unknown) =>
  slots[name] ? html`<slot name=${name}></slot>` : content;

export function cardTemplate(view: View): TemplateResult {
  const { article, slots, reserved } = view;
  const onClick = (event: MouseEvent) => {
    const base = event.currentTarget as Element;
    follow(event, slottedLink(slots) ?? base.querySelector<HTMLAnchorElement>('.link'));
  };
  return html`<article
    part="base"
    class="base ${view.layout} ${reserved ? 'reserved' : ''}"
    aria-busy=${view.state === 'loading'}
    .style=${`--_ratio:${view.imageRatio}`}
    @click=${onClick}
    @auxclick=${onClick}
    @pointerdown=${press}
    @contextmenu=${press}
  >
    ${reserved || article.image || slots.image ? media(view) : nothing}
    <div class="column">
      <div class="text">${article.heading || !(view.failed || view.state) ? story(view) : standIn(view)}</div>
      ${rating(view)}${part('actions', slotOr(view, 'actions'))}
    </div>
  </article>`;
}

/** A picture that cannot be loaded leaves its box, and nothing in it. */
const onPicture = {
  capture: true,
  handleEvent: ({ type, currentTarget }: Event) =>
    (currentTarget as Element).classList.toggle('broken', type === 'error'),
};

function media(view: View): TemplateResult {
  const { image, imageAlt, srcset } = view.article;
  const url = followable(image);
  return html`<div part="media" class="media" @error=${onPicture} @load=${onPicture}>
    ${slotOr(
      view,
      'image',
      url &&
        html`<img
          part="image"
          loading="lazy"
          decoding="async"
          sizes="auto, 40em"
          srcset=${srcset ?? nothing}
          src=${url.href}
          alt=${imageAlt ?? ''}
        />`,
    )}
  </div>`;
}

/** What stands in place of an article that has no heading yet. */
function standIn({ state, failed, words, retry }: View): unknown {
  if (failed) {
    return html`<div part="error" role="status">
      ${words.failed} <button type="button" @click=${retry}>${words.retry}</button>
    </div>`;
  }
  return state === 'empty'
    ? words.empty
    : html`<div part="skeleton" class="skeleton">
        <span class="hidden">${words.loading}</span><i></i><i></i><i></i>
      </div>`;
}

function story(view: View): TemplateResult {
  const { article, words, slots } = view;
  const address = followable(article.sourceHref);
  const source = address
    ? html`<a href=${address.href}>${article.source}</a>${external(address, view)}`
    : article.source;
  // Where the host's markup is a heading already, its level is the host's.
  const isHeading = /^H\d/.test(slots.heading?.tagName ?? '');
  return html`${part('section', article.section)}
    <div
      part="heading"
      class="heading"
      role=${isHeading ? nothing : 'heading'}
      aria-level=${isHeading ? nothing : view.headingLevel}
    >
      ${heading(view)}
    </div>
    ${part('meta', meta(view))}
    <div class="story">
      ${part('lead', slotOr(view, 'lead', article.lead))} ${part('body', slots.body ? html`<slot></slot>` : view.body)}
    </div>
    ${part('source', (slots.source ?? article.source) && [words.source, ' ', slotOr(view, 'source', source)])}`;
}

function heading(view: View): unknown {
  const { href, heading } = view.article;
  const link = slottedLink(view.slots);
  const words = slotOr(view, 'heading', heading);
  const url = followable(link ? link.href : href);
  if (!url) return words;
  return [link ? words : html`<a part="link" class="link" href=${href ?? ''}>${words}</a>`, external(url, view)];
}

/** Says in words that a link leaves the site. */
const external = ({ origin, host }: URL, { words }: View) =>
  origin === location.origin || !host
    ? nothing
    : html`<span class="hidden"> ${words.external.replace('{host}', host)}</span>`;

function meta({ article, words, language, dateStyle, timeZone }: View): unknown {
  const [published, updated] = [readDate(article.published), readDate(article.updated)];
  const write = (date: WrittenDate, style: DateStyle) => dateText(date, language, style, timeZone);
  const time = (date: WrittenDate, name: string | typeof nothing) =>
    html`<time part=${name} datetime=${date.iso} title=${dateStyle === 'relative' ? write(date, 'long') : nothing}
      >${write(date, dateStyle)}</time
    >`;
  const lines = [
    published && time(published, 'date'),
    updated &&
      !(published && published.moment >= updated.moment) &&
      html`<span>${words.updated} ${time(updated, nothing)}</span>`,
    article.author && html`<span>${article.author}</span>`,
  ].filter(Boolean);
  return lines.length > 0 && lines;
}

function rating({ rating, slots, state, article }: View): unknown {
  const id = article.article ?? article.href;
  if (!rating && !slots.rating) return nothing;
  const own = slots.rating ? nothing : html`<sao-star-rating .article=${id}></sao-star-rating>`;
  // Until the article is known the rating would take the page for it: only its room is kept.
  return html`<div part="rating" class="rating">
    ${state === 'loading' && !id ? nothing : html`<slot name="rating">${own}</slot>`}
  </div>`;
}
