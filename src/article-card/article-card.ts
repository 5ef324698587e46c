import { html, type PropertyValues, type TemplateResult } from 'lit';
import { elementStyles } from '../shared/element.styles.js';
import { wordsIn } from '../shared/language.js';
import { warnAboutAttribute } from '../shared/warn.js';
import { merge, type Article } from './article.js';
import { articleCardStyles } from './article-card.styles.js';
import type { DateStyle } from './date-text.js';
import { readIso } from './iso-date.js';
import { follow } from './follow.js';
import { followable } from './links.js';
import type { ErrorReason, LoadError } from './load-error.js';
import { whileInView } from './relative-clock.js';
import { slottedArticle, slottedLink, usedSlots } from './slotted.js';
import { cardTemplate } from './template.js';
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

/** The one place that loads what not every card needs. */
const onDemand = () => import('./on-demand.js');

const layouts = ['auto', 'vertical', 'horizontal', 'compact', 'full'];
const dateStyles = ['long', 'short', 'relative'];
const levels = [3, 1, 2, 4, 5, 6];
const dateAdvice = 'ISO 8601, such as 2017-12-16T06:04+07:00';

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
  /** What the attributes and `data` say; it stands before slotted markup. */
  #given: Article = {};
  /** What `for` and `src` say. */
  #loaded: Article[] = [];
  #loading = false;
  #failure: LoadError | undefined;
  /** Counts the loadings: an answer to an earlier one is of no interest. */
  #turn = 0;
  #brokenImage: string | undefined;
  #body: HTMLElement | undefined;
  #bodyHtml: string | undefined;
  #filled: Promise<void> | undefined;
  #pressed: MouseEvent | undefined;
  #stopClock: (() => void) | undefined;
  #script: HTMLScriptElement | undefined;
  readonly #observer = new MutationObserver(() => this.requestUpdate());

  constructor() {
    super();
    this.layout = 'auto';
    this.headingLevel = 3;
    this.imageRatio = '16/9';
    this.dateStyle = 'long';
    this.rating = this.structuredData = false;
  }

  protected override arrived(): void {
    // The parser may still be adding children, and hosts edit them.
    this.#observer.observe(this, { childList: true, subtree: true, characterData: true });
    this.requestUpdate();
  }

  protected override left(): void {
    this.#observer.disconnect();
    this.#stopClock?.();
    this.#script?.remove();
    this.#stopClock = this.#script = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('src') || changed.has('for') || changed.has('item')) void this.#load();
    this.#check();
    this.#given = merge(this, this.data);
    this.#shown = merge(this.#given, slottedArticle(this), ...this.#loaded);
    const { body, href } = this.#shown;
    if (body !== this.#bodyHtml) {
      this.#bodyHtml = body;
      this.#body ??= document.createElement('div');
      this.#filled = this.#fill(this.#body, body ?? '', href);
    }
  }

  async #fill(target: Element, body: string, href: string | undefined): Promise<void> {
    const { fillSafely } = await onDemand();
    if (body === this.#bodyHtml) await fillSafely(target, body, followable(href)?.href);
  }

  /** A body is not there before the sanitiser is, which some browsers have to load. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#filled;
    return complete;
  }

  protected override render(): TemplateResult {
    const { article, href, heading, lead, body, image } = this.#shown;
    const slots = usedSlots(this);
    const isSlottedHeading = !this.#given.heading && slots.has('heading');
    const link = isSlottedHeading ? slottedLink(this) : null;
    const hasHeading = isSlottedHeading && this.querySelector(':scope > :is(h1,h2,h3,h4,h5,h6)[slot=heading]');
    const id = article ?? href;
    const hasContent = !!(heading ?? lead ?? body ?? image) || slots.has('');
    const failed = !!this.#failure && !this.#loading;
    const empty = !hasContent && !failed && !this.#loading;
    this.setState('loading', this.#loading);
    this.setState('error', failed);
    this.setState('empty', empty);
    // While it tries again the button stays, and the focus with it.
    const instead =
      this.#failure && !heading ? 'error' : this.#loading && !heading ? 'skeleton' : empty ? 'empty' : undefined;
    for (const name of ['heading', 'lead', 'image', 'source', 'body'] as const) {
      if (this.#given[name]) slots.delete(name === 'body' ? '' : name);
    }
    const reserved = !!this.src || !!this.for;
    const media = reserved || !!image || slots.has('image');
    const layout = layouts.includes(this.layout) ? this.layout : 'auto';
    return html`<div
      part="base"
      class="base"
      @click=${this.#follow}
      @auxclick=${this.#follow}
      @pointerdown=${this.#press}
      @contextmenu=${this.#lower}
    >
      ${cardTemplate({
        article: this.#shown,
        slots,
        instead,
        loading: this.#loading,
        classes: `${layout} ${reserved ? 'reserved' : ''} ${media ? '' : 'bare'}`,
        media,
        broken: !this.#loading && (!image || image === this.#brokenImage),
        level: hasHeading ? 0 : levels.includes(this.headingLevel) ? this.headingLevel : 3,
        link,
        body: body ? this.#body : undefined,
        rating:
          !this.rating && !slots.has('rating')
            ? undefined
            : this.#loading && !id
              ? 'later'
              : slots.has('rating')
                ? 'slotted'
                : 'own',
        id,
        words: wordsIn<CardWords>(builtInWords, 'card', this.language),
        language: this.language,
        dateStyle: this.dateStyle,
        timeZone: isTimeZone(this.timeZone) ? this.timeZone : undefined,
        retry: () => void this.#load(),
        onBrokenImage: () => {
          this.#brokenImage = image;
          this.requestUpdate();
        },
      })}
    </div>`;
  }

  protected override rendered(): void {
    this.#base?.style.setProperty('--_ratio', this.imageRatio.replace(':', '/'));
    if (this.structuredData || this.#script) void this.#publish();
    for (const rating of this.querySelectorAll('sao-star-rating[slot=rating]:not([article])')) {
      Object.assign(rating, { article: this.#shown.article ?? this.#shown.href });
    }
    if (this.dateStyle === 'relative') this.#stopClock ??= whileInView(this, () => this.requestUpdate());
    else {
      this.#stopClock?.();
      this.#stopClock = undefined;
    }
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    const { src, for: id, item } = this;
    this.#loading = !!src || !!id;
    this.requestUpdate();
    const results = await Promise.allSettled([
      id ? onDemand().then(({ articleOfScript }) => articleOfScript(id, item)) : {},
      src ? onDemand().then(({ articleAt }) => articleAt(src, item)) : {},
    ]);
    if (turn !== this.#turn) return;
    const hadFocus = this.shadowRoot?.activeElement?.localName === 'button';
    const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as LoadError] : []));
    this.#loaded = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    this.#failure = errors[0];
    if (!this.#loading) return;
    this.#loading = false;
    this.requestUpdate();
    await this.updateComplete;
    // The button that had the focus may be gone.
    if (hadFocus) this.renderRoot.querySelector<HTMLElement>('a,button')?.focus();
    for (const { reason = 'network', message = '' } of errors as Partial<LoadError>[]) {
      warnAboutAttribute(this, src ? 'src' : 'for', message);
      this.emit('sao-error', { reason, message } satisfies ErrorDetail);
    }
    if (errors.length === 0) this.emit('sao-load', { data: this.#shown } satisfies LoadDetail);
  }

  async #publish(): Promise<void> {
    const { publish } = await onDemand();
    this.#script = publish(this.structuredData && this.isConnected ? this.#shown : {}, this.#script);
  }

  get #base(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.base');
  }

  #follow(event: MouseEvent): void {
    const slotted = this.#given.heading ? null : slottedLink(this);
    const link = slotted ?? this.renderRoot.querySelector<HTMLAnchorElement>('.link');
    if (link) follow(event, link, this.#pressed);
  }

  /** While the secondary button goes down the link covers the words too, so that its menu is the link's. */
  #press(event: PointerEvent): void {
    this.#pressed = event;
    this.#base?.classList.toggle('raised', event.button === 2 && !String(getSelection()));
  }

  #lower(): void {
    this.#base?.classList.remove('raised');
  }

  /** Tells the webmaster about attributes that cannot be what they say; the card goes on without them. */
  #check(): void {
    const expect = (attribute: string, right: unknown, advice: string) => {
      if (!right) warnAboutAttribute(this, attribute, `must be ${advice}.`);
    };
    const { layout, dateStyle, headingLevel, href, published, updated } = this;
    expect('layout', layouts.includes(layout), layouts.join(', '));
    expect('date-style', dateStyles.includes(dateStyle), dateStyles.join(', '));
    expect('heading-level', levels.includes(headingLevel), levels.join(', '));
    expect('href', !href || followable(href), 'http(s), mailto or relative');
    expect('time-zone', isTimeZone(this.timeZone), 'an IANA name, such as Asia/Ho_Chi_Minh');
    expect('published', !published || readIso(published), dateAdvice);
    expect('updated', !updated || readIso(updated), dateAdvice);
  }
}

function isTimeZone(timeZone: string | undefined): boolean {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    return false;
  }
}
