import type { PropertyValues, TemplateResult } from 'lit';
import { elementStyles } from '../shared/element.styles.js';
import { wordsIn } from '../shared/language.js';
import { warnAboutAttribute } from '../shared/warn.js';
import { merge, type Article } from './article.js';
import { articleCardStyles } from './article-card.styles.js';
import type { DateStyle } from './date-text.js';
import { followable } from './links.js';
import type { ErrorReason } from './load-error.js';
import { presentationOf, usual, type CardLayout } from './presentation.js';
import { keepCurrent } from './relative-clock.js';
import { slottedArticle, slottedIn, slotsOf } from './slotted.js';
import { publish } from './structured-data.js';
import { cardTemplate } from './template.js';
import { turnToDraw } from './turn.js';
import { UpdatableElement } from './updatable-element.js';
import { builtInWords, type CardWords } from './words.js';

export type { CardLayout } from './presentation.js';

/** The detail of `sao-load`. */
export interface LoadDetail {
  /** The article as the card shows it, all sources merged, its body sanitised. */
  data: Article;
}

/** The detail of `sao-error`. */
export interface ErrorDetail {
  reason: ErrorReason;
  /** What happened and what the webmaster can do, in English. */
  message: string;
}

/** The one place that loads what not every card needs. */
const onDemand = () => import('./on-demand.js');

/**
 * Shows an article from whatever the host has: attributes, the `data` property, markup in slots, the page's own JSON-LD
 * (`for`), or a JSON-LD document, JSON Feed, RSS or Atom feed (`src`). Fields merge in that order. One link to the
 * article, in the heading; its area is the whole card.
 *
 * @attr {string | undefined} updated - When it was last changed, ISO 8601.
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
 * @cssproperty [--sao-card-accent=color-mix(in oklab, #c8102e 60%, currentcolor)] - Colour of the section.
 * @cssproperty [--sao-card-background=none] - Background.
 * @cssproperty [--sao-card-border=0] - Border.
 * @cssproperty [--sao-card-radius=0] - Radius of the card's corners.
 * @cssproperty [--sao-card-padding=0] - Padding.
 * @cssproperty [--sao-card-gap=0.8em 1.25em] - Gap between image and text.
 * @cssproperty [--sao-card-image-radius=3px] - Radius of the image's corners.
 * @cssproperty [--sao-card-heading-font=inherit] - Font family of the heading.
 * @cssproperty [--sao-card-focus=currentcolor] - Colour of the focus ring.
 * @cssproperty [--sao-card-measure=44em] - Largest width in the full layout.
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
    updated: {},
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
  /** When it was last changed, ISO 8601. */
  declare updated: string | undefined;
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
  /** The arrangement; `auto` goes by the width of the container. @default 'auto' */
  declare layout: CardLayout;
  /** Level of the heading, 1 to 6. @default 3 */
  declare headingLevel: number;
  /** Width to height of the image's box. @default '16/9' */
  declare imageRatio: string;
  /** How dates are written. @default 'long' */
  declare dateStyle: DateStyle;
  /** IANA time zone for dates; default the offset written in the date, else the browser's. */
  declare timeZone: string | undefined;
  /** Shows a `<sao-star-rating>` for this article. @default false */
  declare rating: boolean;
  /** Also puts the article into the page as JSON-LD. Search engines show no stars for articles, so there are none in it. @default false */
  declare structuredData: boolean;
  /** The same fields as one object; single attributes win over it. */
  declare data: Article | undefined;

  #shown: Article = {};
  /** What `for` and `src` say. */
  #loaded: Article[] = [];
  #loading = false;
  #failed = false;
  /** Counts the loadings: an answer to an earlier one is of no interest. */
  #turn = 0;
  readonly #body = document.createElement('div');
  #bodyHtml = '';
  #filled: Promise<void> | undefined;
  #script: HTMLScriptElement | undefined;
  /** What ratings inside were told to be about. */
  #told: string | undefined;
  /** The host's heading that stands in the card's. */
  #inner: HTMLElement | undefined;
  readonly #observer = new MutationObserver(() => this.requestUpdate());

  constructor() {
    super();
    Object.assign(this, usual, { rating: false, structuredData: false });
  }

  protected override arrived(): void {
    // The parser may still be adding children, and hosts edit them.
    this.#observer.observe(this, { childList: true, subtree: true, characterData: true });
    this.requestUpdate();
  }

  protected override left(): void {
    this.#observer.disconnect();
    this.#script?.remove();
    this.#giveWay();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await turnToDraw();
    void super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('src') || changed.has('for') || changed.has('item')) void this.#load();
  }

  /** A body is not there before the sanitiser is, which some browsers have to load. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#filled;
    return complete;
  }

  protected override render(): TemplateResult {
    const slots = slotsOf(this);
    const given = merge(this, this.data);
    const article = (this.#shown = merge(given, slottedArticle(slots), ...this.#loaded));
    for (const name of Object.keys(given)) Reflect.deleteProperty(slots, name);
    this.#giveWay(slottedIn(slots.heading, 'h1,h2,h3,h4,h5,h6'));
    const { heading, lead, body = '', image, href } = article;
    if (body !== this.#bodyHtml) {
      this.#bodyHtml = body;
      this.#filled = onDemand().then(({ fillSafely }) => fillSafely(this.#body, body, followable(href)?.href));
    }
    const isEmpty = !(heading ?? lead ?? image ?? slots.body ?? body);
    const instead = this.#failed ? 'error' : this.#loading ? 'loading' : isEmpty ? 'empty' : undefined;
    const state = this.#loading ? 'loading' : instead;
    for (const name of ['loading', 'error', 'empty']) this.setState(name, name === state);
    return cardTemplate({
      ...presentationOf(this),
      article,
      slots,
      body: body && this.#body,
      loading: this.#loading,
      instead,
      reserved: !!this.src || !!this.for,
      rating: this.rating,
      words: wordsIn<CardWords>(builtInWords, 'card', this.language)[0],
      language: this.language,
      retry: () => void this.#load(),
    });
  }

  protected override rendered(): void {
    if (this.structuredData || this.#script) {
      this.#script = publish(this.structuredData && this.isConnected ? this.#shown : {}, this.#script);
    }
    if (this.dateStyle === 'relative') keepCurrent(this);
    const told = this.#told;
    this.#told = this.#shown.article ?? this.#shown.href;
    for (const rating of this.querySelectorAll<HTMLElement & Article>('sao-star-rating:not([article])')) {
      // One that the host has told itself is left alone.
      if ((rating.article ?? told) === told) rating.article = this.#told;
    }
  }

  /** A card has one heading, of its own level: the host's inside it is none, as long as it stands there. */
  #giveWay(inner?: HTMLElement): void {
    if (inner === this.#inner) return;
    if (this.#inner) this.#inner.role = null;
    if (inner) inner.role = 'none';
    this.#inner = inner;
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    const attributes = (['for', 'src'] as const).filter((name) => this[name]);
    const loaded: Article[] = [];
    const failures: [string, Error][] = [];
    this.#loading = attributes.length > 0;
    this.requestUpdate();
    for (const name of attributes) {
      try {
        const { articleFrom } = await onDemand();
        loaded.push(await articleFrom[name](this[name] ?? '', this.item));
      } catch (error) {
        failures.push([name, error as Error]);
      }
    }
    if (turn !== this.#turn) return;
    this.#loaded = loaded;
    this.#failed = failures.length > 0;
    if (!this.#loading) return;
    this.#loading = false;
    const focused = this.shadowRoot?.activeElement;
    this.requestUpdate();
    await this.updateComplete;
    // The button that had the focus may be gone.
    if (focused?.isConnected === false) this.renderRoot.querySelector<HTMLElement>('a,button')?.focus();
    for (const [name, { cause = 'network', message }] of failures) {
      warnAboutAttribute(this, name, message);
      this.emit('sao-error', { reason: cause as ErrorReason, message } satisfies ErrorDetail);
    }
    if (this.#failed) return;
    // The host may print what it hears of: the text is told as it is shown, sanitised.
    const data = { ...this.#shown };
    if (data.body) data.body = this.#body.innerHTML;
    this.emit('sao-load', { data } satisfies LoadDetail);
  }
}
