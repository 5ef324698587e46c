import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { elementStyles } from '../shared/element.styles.js';
import { fill, wordsIn } from '../shared/language.js';
import { warnAboutAttribute } from '../shared/warn.js';
import { merge, type Article } from './article.js';
import { articleCardStyles } from './article-card.styles.js';
import { dateText, type DateStyle } from './date-text.js';
import { toIso } from './dates.js';
import type { LoadError } from './feed-request.js';
import { type ErrorReason } from './feed-request.js';
import { followable } from './links.js';
import { loadArticles } from './load.js';
import { whileInView } from './relative-clock.js';
import { fillSafely } from './safe-html.js';
import { readSlotted, type Slotted } from './slotted.js';
import { StructuredData } from './structured-data.js';
import { UpdatableElement } from './updatable-element.js';
import { builtInWords, type CardWords } from './words.js';

export type CardLayout = 'auto' | 'vertical' | 'horizontal' | 'compact' | 'full';

/** The detail of `sao-load`. */
export interface LoadDetail {
  /** The article as the card shows it, all sources merged. */
  data: Article;
}

/** The detail of `sao-error`. */
export interface ErrorDetail {
  reason: ErrorReason;
  /** What happened and what the webmaster can do, in English. */
  message: string;
}

/** What a click may be meant for instead of the article. */
const controls = 'a,button,input,select,textarea,label,summary,audio,video,[tabindex],.rating,.actions';

/** Pixels that a pointer may tremble in a click; further, and text is being selected. */
const trembling = 4;

const layouts: CardLayout[] = ['auto', 'vertical', 'horizontal', 'compact', 'full'];
const dateStyles: DateStyle[] = ['long', 'short', 'relative'];

/**
 * Shows an article from whatever the host has: attributes, the `data` property, markup in slots, the page's own JSON-LD
 * (`for`), or a JSON-LD document, JSON Feed, RSS or Atom feed (`src`). Fields merge in that order. One link to the
 * article, in the heading; its area is the whole card.
 *
 * @slot - The article's text. From elsewhere it is sanitised.
 * @slot heading - The heading; an `<a>` in it becomes the card's link.
 * @slot image - An `<img>` or `<picture>`.
 * @slot lead - The lead.
 * @slot source - Who the news came from.
 * @slot rating - A `<sao-star-rating>`, which then knows its article.
 * @slot actions - Links and buttons of the host.
 *
 * @event {CustomEvent<LoadDetail>} sao-load - What `src` or `for` names was read; the detail is `{ data }`.
 * @event {CustomEvent<ErrorDetail>} sao-error - It could not be read; the detail is `{ reason, message }`.
 *
 * @csspart base - Everything.
 * @csspart media - The box that keeps the image's ratio.
 * @csspart image - The image.
 * @csspart section - The section.
 * @csspart heading - The heading.
 * @csspart link - The link in it.
 * @csspart meta - The line of dates and author.
 * @csspart date - The date of publication.
 * @csspart source - The line of the source.
 * @csspart lead - The lead.
 * @csspart body - The text.
 * @csspart rating - Around the rating.
 * @csspart actions - Around the host's actions.
 * @csspart error - The message with its button, shown where nothing could be loaded.
 * @csspart skeleton - The lines shown while loading.
 *
 * @cssstate loading - `src` is being fetched.
 * @cssstate error - It could not be read.
 * @cssstate empty - There is nothing to show.
 *
 * @cssproperty --sao-card-accent - Colour of the section; default a red mixed into the text colour.
 * @cssproperty --sao-card-background - Background; default none.
 * @cssproperty --sao-card-border - Border; default none.
 * @cssproperty --sao-card-radius - Radius of the card's corners; default 0.
 * @cssproperty --sao-card-padding - Padding; default 0.
 * @cssproperty --sao-card-gap - Gap between image and text; default 0.8em 1.25em.
 * @cssproperty --sao-card-image-radius - Radius of the image's corners; default 3px.
 * @cssproperty --sao-card-heading-font - Font family of the heading; default the host's.
 * @cssproperty --sao-card-focus - Colour of the focus ring; default the text colour.
 * @cssproperty --sao-card-measure - Largest width in the full layout; default 44em.
 *
 * @customElement sao-article-card
 */
export class SaoArticleCard extends UpdatableElement {
  static override styles = [elementStyles, articleCardStyles];

  static override properties = {
    article: { reflect: true },
    href: {},
    heading: {},
    lead: {},
    image: {},
    imageAlt: { attribute: 'image-alt' },
    published: {},
    updated: { noAccessor: true },
    author: {},
    section: {},
    source: {},
    sourceHref: { attribute: 'source-href' },
    src: {},
    item: {},
    for: {},
    layout: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    imageRatio: { attribute: 'image-ratio' },
    dateStyle: { attribute: 'date-style' },
    timeZone: { attribute: 'time-zone' },
    rating: { type: Boolean },
    structuredData: { attribute: 'structured-data', type: Boolean },
    data: { attribute: false },
  };

  /** The article's id, given on to a rating inside; default `href`. */
  declare article: string | undefined;
  /** URL of the article: http(s), mailto or relative. */
  declare href: string | undefined;
  /** The heading. */
  declare heading: string | undefined;
  /** The lead, a sentence or two. */
  declare lead: string | undefined;
  /** URL of the image. */
  declare image: string | undefined;
  /** The text that stands for the image; without it the image is decoration. */
  declare imageAlt: string | undefined;
  /** When it was published, ISO 8601. */
  declare published: string | undefined;
  /** Who wrote it. */
  declare author: string | undefined;
  /** The section it belongs to. */
  declare section: string | undefined;
  /** Who the news came from. */
  declare source: string | undefined;
  /** URL of the source. */
  declare sourceHref: string | undefined;
  /** URL of a JSON-LD NewsArticle, a JSON Feed, an RSS 2.0 or an Atom document. */
  declare src: string | undefined;
  /** Which of its articles: an id, a URL or a position from 1. @default first */
  declare item: string | undefined;
  /** Id of a `<script type="application/ld+json">` in the page. */
  declare for: string | undefined;
  /** The arrangement; `auto` goes by the width of the container. */
  declare layout: CardLayout;
  /** Level of the heading, 1 to 6. */
  declare headingLevel: number;
  /** Width to height of the image's box. */
  declare imageRatio: string;
  /** How dates are written. */
  declare dateStyle: DateStyle;
  /** IANA time zone for dates; default the offset written in the date, else the browser's. */
  declare timeZone: string | undefined;
  /** Shows a `<sao-star-rating>` for this article. */
  declare rating: boolean;
  /** Also puts the article into the page as JSON-LD. Search engines show no stars for articles, so there are none in it. */
  declare structuredData: boolean;
  /** The same fields as one object; single attributes win over it. */
  declare data: Article | undefined;

  #shown: Article = {};
  #slotted: Slotted = { article: {}, slots: new Set(), link: null, isHeading: false };
  /** What the attributes and `data` say; it stands before slotted markup. */
  #given: Article = {};
  #loaded: Article[] = [];
  #loading = false;
  #failure: LoadError | undefined;
  /** The latest loading; an answer to an earlier one is of no interest. */
  #turn = 0;
  #retried = false;
  #brokenImage: string | undefined;
  #body: HTMLElement | undefined;
  #bodyHtml = '';
  #filled: Promise<void> | undefined;
  #pressed = [0, 0];
  #stopClock: (() => void) | undefined;
  readonly #structured = new StructuredData();
  readonly #observer = new MutationObserver(() => this.requestUpdate());

  constructor() {
    super();
    this.layout = 'auto';
    this.headingLevel = 3;
    this.imageRatio = '16/9';
    this.dateStyle = 'long';
    this.rating = false;
    this.structuredData = false;
  }

  protected override arrived(): void {
    // The parser may still be adding children, and hosts edit them.
    this.#observer.observe(this, { childList: true, subtree: true, characterData: true });
    this.requestUpdate();
  }

  protected override left(): void {
    this.#observer.disconnect();
    this.#stopClock?.();
    this.#stopClock = undefined;
    this.#structured.write(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['src', 'for', 'item'].some((name) => changed.has(name))) void this.#load();
    const { article, href, heading, lead, image, imageAlt, published, author, section, source, sourceHref } = this;
    const own = { article, href, heading, lead, image, imageAlt, published, author, section, source, sourceHref };
    this.#slotted = readSlotted(this);
    this.#given = merge({ ...own, updated: this.lastChange }, this.data ?? {});
    this.#shown = merge(this.#given, this.#slotted.article, ...this.#loaded);
    this.setState('loading', this.#loading);
    this.setState('error', !!this.#failure);
    this.setState('empty', !this.#loading && !this.#failure && !this.#hasContent);
    this.#check();
  }

  /** A body is not there before the sanitiser is, which some browsers have to load. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#filled;
    return complete;
  }

  protected override rendered(): void {
    this.#base?.style.setProperty('--_ratio', this.imageRatio.replace(':', '/'));
    this.#structured.write(this.structuredData && this.isConnected ? this.#shown : undefined);
    for (const rating of this.querySelectorAll(':scope > sao-star-rating:not([article])')) {
      Object.assign(rating, { article: this.#id });
    }
    if (this.dateStyle === 'relative') this.#stopClock ??= whileInView(this, () => this.requestUpdate());
    else {
      this.#stopClock?.();
      this.#stopClock = undefined;
    }
  }

  protected override render(): TemplateResult {
    const words = wordsIn<CardWords>(builtInWords, 'card', this.language);
    const waiting = this.#loading && !this.#retried && !this.#shown.heading;
    const failed = this.#failure && !this.#shown.heading;
    const withMedia = !!this.src || !!this.#shown.image || this.#uses('image');
    return html`<div
      part="base"
      class="base"
      @click=${(event: MouseEvent) => this.#follow(event)}
      @auxclick=${(event: MouseEvent) => this.#follow(event)}
      @pointerdown=${(event: PointerEvent) => this.#press(event)}
      @contextmenu=${() => this.#base?.classList.remove('raised')}
    >
      <article
        class="card ${layouts.includes(this.layout) ? this.layout : 'auto'} ${this.src ? 'reserved' : ''} ${
          withMedia ? '' : 'bare'
        }"
        aria-busy=${this.#loading}
      >
        ${withMedia ? this.#renderMedia() : nothing}
        <div class="column">
          <div class="text">
            ${
              waiting
                ? html`<div part="skeleton" class="skeleton">
                    <span class="hidden">${words.loading}</span><i></i><i></i><i></i><i></i><i></i>
                  </div>`
                : failed
                  ? html`<div part="error" class="error" role="status">
                      ${words.failed}
                      <button @click=${() => void this.#retry()}>${words.retry}</button>
                    </div>`
                  : this.#hasContent
                    ? this.#renderArticle(words)
                    : words.empty
            }
          </div>
          ${this.#renderRating()}
          ${this.#uses('actions') ? html`<div part="actions" class="actions"><slot name="actions"></slot></div>` : nothing}
        </div>
      </article>
    </div>`;
  }

  #renderMedia(): TemplateResult {
    const { image, imageAlt = '' } = this.#shown;
    const { image: given } = this.#given;
    const url = followable(image);
    const broken = !this.#loading && (!image || image === this.#brokenImage);
    return html`<div
      part="media"
      class="media ${broken ? 'broken' : ''}"
      @error=${{ handleEvent: () => this.#onBrokenImage(image), capture: true }}
    >
      ${
        broken
          ? html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
              <path
                d="M4 5h13v14H5.500A1.500 1.500 0 0 1 4 17.500zM17 9h3v8.500a1.500 1.500 0 0 1-3 0M7 8.500h7M7 12h7M7 15.500h4"
              />
            </svg>`
          : nothing
      }
      ${
        !given && this.#uses('image')
          ? html`<slot name="image"></slot>`
          : url
            ? html`<img part="image" src=${url.href} alt=${imageAlt} loading="lazy" decoding="async" />`
            : nothing
      }
    </div>`;
  }

  #renderArticle(words: CardWords): TemplateResult {
    const { section, lead, author, source, sourceHref } = this.#shown;
    const level = this.headingLevel;
    const ownHeading = this.#usesSlottedHeading && this.#slotted.isHeading;
    const sourceLink = followable(sourceHref);
    return html`${section ? html`<div part="section" class="section">${section}</div>` : nothing}
      <div
        part="heading"
        class="heading"
        role=${ownHeading ? nothing : 'heading'}
        aria-level=${ownHeading ? nothing : level >= 1 && level <= 6 ? Math.trunc(level) : 3}
      >
        ${this.#renderHeading(words)}
      </div>
      <div part="meta" class="meta">${this.#renderDates(words)}${author ? html`<span>${author}</span>` : nothing}</div>
      <div class="story">
        ${
          lead
            ? html`<div part="lead" class="lead">
                ${!this.#given.lead && this.#uses('lead') ? html`<slot name="lead"></slot>` : lead}
              </div>`
            : nothing
        }
        ${this.#renderBody()}
      </div>
      ${
        source
          ? html`<div part="source" class="source">
              ${words.source}
              ${
                !this.#given.source && this.#uses('source')
                  ? html`<slot name="source"></slot>`
                  : sourceLink
                    ? html`<a href=${sourceLink.href}>${source}</a>${this.#renderExternal(sourceLink, words)}`
                    : source
              }
            </div>`
          : nothing
      }`;
  }

  #renderHeading(words: CardWords): unknown {
    const text = this.#usesSlottedHeading ? html`<slot name="heading"></slot>` : this.#shown.heading;
    const own = this.#usesSlottedHeading && this.#slotted.link;
    const url = followable(own ? own.href : this.#shown.href);
    if (!url) return text;
    return html`${
      own ? text : html`<a part="link" class="link" href=${this.#shown.href ?? ''}>${text}</a>`
    }${this.#renderExternal(url, words)}`;
  }

  /** Says in words that a link leaves the site. */
  #renderExternal({ origin, host }: URL, words: CardWords): unknown {
    return origin === location.origin || !host
      ? nothing
      : html`<span class="hidden"> ${fill(words.external, { host }, this.language)}</span>`;
  }

  #renderDates(words: CardWords): unknown {
    const published = toIso(this.#shown.published);
    const updated = toIso(this.#shown.updated);
    const time = (iso: string, part: string | typeof nothing) =>
      html`<time
        part=${part}
        datetime=${iso}
        title=${this.dateStyle === 'relative' ? this.#dateText(iso, 'long') : nothing}
        >${this.#dateText(iso, this.dateStyle)}</time
      >`;
    return [
      published ? time(published, 'date') : nothing,
      updated && published && Date.parse(updated) > Date.parse(published)
        ? html`<span>${words.updated} ${time(updated, nothing)}</span>`
        : nothing,
    ];
  }

  #dateText(iso: string, style: DateStyle): string {
    return dateText(iso, { language: this.language, style, timeZone: this.timeZone });
  }

  #renderBody(): unknown {
    const { body } = this.#shown;
    const slotted = !this.#given.body && this.#uses('');
    if (!slotted && !body) return nothing;
    return html`<div part="body" class="body">${slotted ? html`<slot></slot>` : this.#safeBody(body ?? '')}</div>`;
  }

  #safeBody(body: string): HTMLElement {
    this.#body ??= document.createElement('div');
    if (body !== this.#bodyHtml) {
      this.#bodyHtml = body;
      this.#filled = fillSafely(this.#body, body, followable(this.#shown.href)?.href ?? document.baseURI);
    }
    return this.#body;
  }

  #renderRating(): unknown {
    if (!this.rating && !this.#uses('rating')) return nothing;
    // Until the article is known the rating would take the page for it.
    const ready = !this.#loading || this.#id;
    return html`<div part="rating" class="rating">
      ${
        ready
          ? html`<slot name="rating"
              >${this.rating ? html`<sao-star-rating .article=${this.#id}></sao-star-rating>` : nothing}</slot
            >`
          : nothing
      }
    </div>`;
  }

  get #base(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.base');
  }

  get #id(): string | undefined {
    return this.#shown.article ?? this.#shown.href;
  }

  get #hasContent(): boolean {
    const { heading, lead, body, image } = this.#shown;
    return !!(heading ?? lead ?? body ?? image) || this.#uses('');
  }

  get #usesSlottedHeading(): boolean {
    return !this.#given.heading && this.#uses('heading');
  }

  #uses(slot: string): boolean {
    return this.#slotted.slots.has(slot);
  }

  #onBrokenImage(image: string | undefined): void {
    this.#brokenImage = image;
    this.requestUpdate();
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    this.#loaded = [];
    this.#failure = undefined;
    this.#loading = !!this.src || !!this.for;
    if (!this.#loading) return;
    const { articles, errors } = await loadArticles(this.for, this.src, this.item);
    if (turn !== this.#turn) return;
    this.#loading = this.#retried = false;
    this.#loaded = articles;
    this.#failure = errors[0];
    this.requestUpdate();
    await this.updateComplete;
    for (const { reason, message } of errors) {
      warnAboutAttribute(this, this.src ? 'src' : 'for', message);
      this.emit('sao-error', { reason, message } satisfies ErrorDetail);
    }
    if (errors.length === 0) this.emit('sao-load', { data: this.#shown } satisfies LoadDetail);
  }

  async #retry(): Promise<void> {
    this.#retried = true;
    this.requestUpdate();
    await this.#load();
    // The button that had the focus may be gone.
    this.renderRoot.querySelector<HTMLElement>('a,button')?.focus();
  }

  #press({ button, clientX, clientY }: PointerEvent): void {
    this.#pressed = [clientX, clientY];
    if (button === 2 && !String(getSelection())) this.#base?.classList.add('raised');
  }

  /** A click on the words of the card follows its link; they lie above the link's area so that they can be selected. */
  #follow(event: MouseEvent): void {
    const link =
      (this.#usesSlottedHeading ? this.#slotted.link : null) ??
      this.renderRoot.querySelector<HTMLAnchorElement>('.link');
    if (!link || event.defaultPrevented || event.button === 2 || event.altKey) return;
    const path = event.composedPath();
    const base = path.findIndex((node) => node === this.#base);
    if (path.includes(link)) {
      if (!followable(link.href)) event.preventDefault();
      return;
    }
    const inside = path.slice(0, base);
    if (inside.some((node) => node instanceof Element && node.matches(controls))) return;
    const [x = 0, y = 0] = this.#pressed;
    if (Math.hypot(event.clientX - x, event.clientY - y) > trembling) return;
    // Browsers follow a made-up click, but not all into another tab.
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) open(link.href, '_blank', 'noopener');
    else link.dispatchEvent(new MouseEvent('click', event));
  }

  #check(): void {
    const { headingLevel: level, href } = this;
    if (!(level >= 1 && level <= 6)) warnAboutAttribute(this, 'heading-level', 'must be 1 to 6; it is 3 now.');
    if (!layouts.includes(this.layout)) warnAboutAttribute(this, 'layout', `must be one of ${layouts.join(', ')}.`);
    if (!dateStyles.includes(this.dateStyle)) {
      warnAboutAttribute(this, 'date-style', `must be one of ${dateStyles.join(', ')}.`);
    }
    if (href && !followable(href))
      warnAboutAttribute(this, 'href', 'only http(s), mailto and relative URLs are followed.');
    for (const [name, date] of Object.entries({ published: this.published, updated: this.lastChange })) {
      if (date && !toIso(date)) {
        warnAboutAttribute(this, name, 'is no date that can be read; write ISO 8601, such as 2017-12-16T06:04+07:00.');
      }
    }
  }
}
