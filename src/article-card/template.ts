import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from './article.js';
import { dateText, type DateStyle } from './date-text.js';
import { readIso, type IsoDate } from './iso-date.js';
import { followable } from './links.js';
import type { CardWords } from './words.js';

/** All that a card shows, decided; what is left is to write it down. */
export interface View {
  article: Article;
  /** The slots whose markup is shown; a field given by attribute or `data` stands before its slot. */
  slots: Set<string>;
  /** What stands in place of an article, if anything does. */
  instead: 'skeleton' | 'error' | 'empty' | undefined;
  loading: boolean;
  /** Classes of the layout. */
  classes: string;
  media: boolean;
  broken: boolean;
  /** The heading's level; 0 where the host's markup is a heading already. */
  level: number;
  /** The host's own link in the heading. */
  link: HTMLAnchorElement | null;
  /** The sanitised text. */
  body: Element | undefined;
  /** Whether a rating is wanted, may be shown yet, and is ours to make. */
  rating: 'own' | 'slotted' | 'later' | undefined;
  id: string | undefined;
  words: CardWords;
  language: string;
  dateStyle: DateStyle;
  timeZone: string | undefined;
  retry: () => void;
  onBrokenImage: () => void;
}

/** A part, if there is something in it. */
const part = (name: string, content: unknown) =>
  content ? html`<div part=${name} class=${name}>${content}</div>` : nothing;

const slotOr = ({ slots }: View, name: string, content: unknown) =>
  slots.has(name) ? html`<slot name=${name}></slot>` : content;

export function cardTemplate(view: View): TemplateResult {
  return html`<article class="card ${view.classes}" aria-busy=${view.loading}>
    ${view.media ? media(view) : nothing}
    <div class="column">
      <div class="text">${view.instead ? standIn(view) : story(view)}</div>
      ${rating(view)}${part('actions', slotOr(view, 'actions', ''))}
    </div>
  </article>`;
}

function media(view: View): TemplateResult {
  const url = followable(view.article.image);
  return html`<div
    part="media"
    class="media ${view.broken ? 'broken' : ''}"
    @error=${{ handleEvent: view.onBrokenImage, capture: true }}
  >
    ${slotOr(
      view,
      'image',
      url &&
        html`<img
          part="image"
          src=${url.href}
          alt=${view.article.imageAlt ?? ''}
          loading="lazy"
          decoding="async"
          sizes="auto"
        />`,
    )}
  </div>`;
}

function standIn({ instead, words, retry }: View): unknown {
  if (instead === 'empty') return words.empty;
  return instead === 'error'
    ? html`<div part="error" class="error" role="status">
        ${words.failed} <button type="button" @click=${retry}>${words.retry}</button>
      </div>`
    : html`<div part="skeleton" class="skeleton">
        <span class="hidden">${words.loading}</span><i></i><i></i><i></i><i></i><i></i>
      </div>`;
}

function story(view: View): TemplateResult {
  const { article, words, level } = view;
  const link = followable(article.sourceHref);
  const source = link ? html`<a href=${link.href}>${article.source}</a>${external(link, view)}` : article.source;
  return html`${part('section', article.section)}
    <div part="heading" class="heading" role=${level ? 'heading' : nothing} aria-level=${level || nothing}>
      ${heading(view)}
    </div>
    ${part('meta', meta(view))}
    <div class="story">
      ${part('lead', slotOr(view, 'lead', article.lead))}
      ${part('body', view.slots.has('') ? html`<slot></slot>` : view.body)}
    </div>
    ${part('source', article.source && [words.source, ' ', slotOr(view, 'source', source)])}`;
}

function heading(view: View): unknown {
  const { article, link } = view;
  const words = slotOr(view, 'heading', article.heading);
  const url = followable(link ? link.href : article.href);
  if (!url) return words;
  return [
    link ? words : html`<a part="link" class="link" href=${article.href ?? ''}>${words}</a>`,
    external(url, view),
  ];
}

/** Says in words that a link leaves the site. */
const external = ({ origin, host }: URL, { words }: View) =>
  origin === location.origin || !host
    ? nothing
    : html`<span class="hidden"> ${words.external.replace('{host}', host)}</span>`;

function meta({ article, words, language, dateStyle, timeZone }: View): unknown {
  const [published, updated] = [readIso(article.published), readIso(article.updated)];
  const write = (date: IsoDate, style: DateStyle) => dateText(date, language, style, timeZone);
  const time = (date: IsoDate, name: string | typeof nothing) =>
    html`<time part=${name} datetime=${date.iso} title=${dateStyle === 'relative' ? write(date, 'long') : nothing}
      >${write(date, dateStyle)}</time
    >`;
  const changed = updated && published && updated.iso > published.iso;
  const lines = [
    published && time(published, 'date'),
    changed && html`<span>${words.updated} ${time(updated, nothing)}</span>`,
    article.author && html`<span>${article.author}</span>`,
  ].filter(Boolean);
  return lines.length > 0 && lines;
}

function rating({ rating, id }: View): unknown {
  if (!rating) return nothing;
  const own = rating === 'own' ? html`<sao-star-rating .article=${id}></sao-star-rating>` : nothing;
  // Until the article is known the rating would take the page for it: only its room is kept.
  return html`<div part="rating" class="rating">
    ${rating === 'later' ? nothing : html`<slot name="rating">${own}</slot>`}
  </div>`;
}
