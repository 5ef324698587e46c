import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Protocol } from '../shared/configuration.js';
import { elementStyles } from '../shared/element.styles.js';
import { wordsIn } from '../shared/language.js';
import { warnAboutAttribute, warnOnce } from '../shared/warn.js';
import { ArticleVotes, type Place } from './article-votes.js';
import { isWithin, numberFromAttribute } from './attributes.js';
import { drawControl, drawImage } from './control.js';
import { deliveryOf, standingScore } from './delivery.js';
import { copySymbol, type Symbols } from './drawing.js';
import { FormControl } from './form-control.js';
import { drawHistogram } from './histogram.js';
import { placeOf } from './place.js';
import { scoreOf, type Score } from './score.js';
import { sentencesIn } from './sentences.js';
import { StarInput } from './star-input.js';
import { starRatingStyles } from './star-rating.styles.js';
import { builtInWords } from './words.js';

const usualMax = 5;
const mostVotes = 1e9;
/** A line of text that says nothing yet, so that nothing moves once it does. */
const blank = '\u00a0';

/**
 * Lets readers rate an article, and shows how it is rated.
 *
 * @slot - Fallback shown until the element is defined; it may hold a plain `<form>`.
 * @slot symbol - An `<svg>` to draw in place of the star.
 *
 * @event input - The preview moved to another star. Nothing is cast.
 * @event change - The reader cast a vote; `value` is its score.
 * @event {CustomEvent<VoteDetail>} sao-vote - The vote is durable; where nothing can be stored, it was confirmed.
 * @event {CustomEvent<VoteDetail>} sao-vote-sent - The endpoint confirmed the vote.
 * @event {CustomEvent<VoteDetail>} sao-vote-rejected - The vote will never count; `detail.reason` says why.
 *
 * @csspart base - Everything.
 * @csspart stars - The row of stars.
 * @csspart star - One star with its target; not where the rating is read-only.
 * @csspart symbol - The drawing of a star, or of the row where it is read-only.
 * @csspart summary - The lines about the tally.
 * @csspart status - What became of the reader's vote, with its buttons.
 * @csspart histogram - The chart.
 *
 * @cssproperty [--sao-star-size=1.25em] - Height of a star; targets are never smaller than 24, on touch screens 44 pixels.
 * @cssproperty [--sao-star-color=light-dark(#b87700, #f5b82e)] - The average.
 * @cssproperty [--sao-star-own-color=light-dark(#c2410c, #ff9d5c)] - The reader's own vote, and the preview.
 * @cssproperty [--sao-star-empty-color=light-dark(#857c73, #a39a90)] - The outline of what is not full.
 *
 * @cssstate voted - The reader has voted.
 * @cssstate pending - The vote waits for the endpoint.
 * @cssstate sent - The endpoint confirmed the vote.
 * @cssstate rejected - The vote will never count.
 * @cssstate loading - The tally is on its way.
 *
 * @customElement sao-star-rating
 */
export class SaoStarRating extends FormControl {
  static override styles = [elementStyles, starRatingStyles];

  static override properties: PropertyDeclarations = {
    ...FormControl.properties,
    article: {},
    endpoint: {},
    protocol: {},
    token: {},
    label: {},
    summary: {},
    max: { converter: numberFromAttribute },
    average: { converter: numberFromAttribute },
    count: { converter: numberFromAttribute },
    readonly: { type: Boolean, reflect: true },
    once: { type: Boolean },
    histogram: { type: Boolean },
  };

  /** The article's id. Default: the enclosing card's, else the canonical link's, else the page's URL without hash. */
  declare article: string | null;
  /** URL of the vote endpoint. Default: the page's. */
  declare endpoint: string | null;
  /** How votes are written on the wire. Default: the page's. */
  declare protocol: Protocol | null;
  /** The server's signed permission, which travels with the vote. */
  declare token: string | null;
  /** The group's accessible name. Default: in the element's language. */
  declare label: string | null;
  /** How much is said below the stars. */
  declare summary: 'full' | 'short' | 'none';
  /** The number of stars, 1 to 10. @default 5 */
  declare max: number;
  /** The average to begin with, 0 to `max`. */
  declare average: number | null;
  /** The number of votes to begin with; given together with `average`, no tally is asked for. */
  declare count: number | null;
  /** Shows the rating and takes no vote. The form takes its value all the same. */
  declare readonly: boolean;
  /** Whether a cast vote is final. */
  declare once: boolean;
  /** Whether to show how many votes each star has. */
  declare histogram: boolean;

  #place: Place | undefined;
  #votes: ArticleVotes | undefined;
  #say = sentencesIn(builtInWords.en, 'en', usualMax);
  readonly #input = new StarInput({
    read: () => ({ max: this.max, value: this.value, isOpen: this.#isOpen }),
    onPreview: (star) => {
      this.requestUpdate();
      if (star) this.#emitNative('input');
    },
    onCast: (score) => void this.#cast(score),
  });
  /** Whether something happened to a vote while the reader was here: only that is announced. */
  #hasNews = false;
  #symbol: SVGElement | null = null;
  #symbols: Symbols | undefined;

  constructor() {
    super();
    this.article = this.endpoint = this.protocol = this.token = this.label = this.average = this.count = null;
    this.summary = 'full';
    this.max = usualMax;
    this.readonly = this.once = this.histogram = false;
  }

  protected override left(): void {
    this.#votes?.end();
    this.#votes = this.#place = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.max = this.#checked('max', 1, 10) ?? usualMax;
    this.average = this.#checked('average', 0, this.max, false);
    this.count = this.#checked('count', 0, mostVotes);
    const value = this.#checked('value', 1, this.max);
    if (value !== this.value) this.value = value;
    this.#say = sentencesIn(wordsIn(builtInWords, 'rating', this.language), this.language, this.max);
    if (this.isConnected) this.#settle();
    const symbol = this.querySelector<SVGElement>(':scope > svg[slot="symbol"]');
    if (symbol !== this.#symbol || changed.has('max')) {
      this.#symbol = symbol;
      this.#symbols = symbol ? copySymbol(symbol, this.max) : undefined;
    }
    const state = this.#votes?.isPending ? 'pending' : this.#votes?.own?.state;
    for (const name of ['pending', 'sent', 'rejected']) this.setState(name, name === state);
    this.setState('voted', this.#hasVoted);
    this.setState('loading', !!this.#votes?.known.isComing);
  }

  protected override render(): TemplateResult {
    const score = scoreOf(this.#votes?.known.tally, this.average, this.count, this.max);
    const votes = score?.votes;
    return html`<div part="base" class="base">
      <slot name="symbol" hidden @slotchange=${() => this.requestUpdate()}></slot>
      ${this.#stars(score)} ${this.summary === 'none' ? nothing : this.#summary(score)}
      ${this.histogram && votes ? drawHistogram(votes, this.#say.words.histogram, this.language) : nothing}
      ${this.#place?.isVotable ? this.#status() : nothing}
    </div>`;
  }

  protected override get tabStop(): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>('[tabindex="0"]') ?? undefined;
  }

  protected override get requiredMessage(): string {
    return this.#say.words.required;
  }

  /** Whether the reader's vote, counted or on its way, is known. */
  get #hasVoted(): boolean {
    const own = this.#votes?.own;
    return this.value !== null || (!!own && standingScore(own) !== null);
  }

  get #isLocked(): boolean {
    return this.once && this.#hasVoted;
  }

  get #isOpen(): boolean {
    return !!this.#place?.isVotable && !this.isDisabled && !this.#isLocked;
  }

  #stars(score: Score | undefined): TemplateResult {
    const { max, value } = this;
    const { preview } = this.#input;
    const isVotable = this.#place?.isVotable;
    const average = score?.average ?? this.average;
    const own = preview ?? value;
    const isOwn = own !== null && (isVotable ?? average === null);
    const description = this.#say.whole(score, value);
    const label = [this.label, this.labelText].find(Boolean) ?? this.#say.words.label;
    const view = {
      ...{ max, value, preview, description },
      filled: (isOwn ? own : average) ?? 0,
      symbols: this.#symbols,
      isOwn,
      name: isVotable || !description ? label : `${label}: ${description}`,
      required: this.required,
      disabled: this.isDisabled,
      locked: this.#isLocked,
    };
    return isVotable ? drawControl(view, this.#say, this.#input) : drawImage(view);
  }

  #summary(score: Score | undefined): TemplateResult {
    const isShort = this.summary === 'short';
    const lines = score ? this.#say.lines(score, isShort) : this.#place?.asksTally ? [blank, isShort ? '' : blank] : [];
    return html`<span
      part="summary"
      class=${isShort ? 'text' : 'text wide'}
      aria-hidden=${this.#place?.isVotable ? nothing : 'true'}
      >${lines.map((line) => html`<span class="line">${line}</span>`)}${
        isShort || this.#hasVoted || !this.#isOpen
          ? nothing
          : html`<span class="line invitation">${this.#say.words.invitation}</span>`
      }</span
    >`;
  }

  #status(): TemplateResult {
    const { retry, change } = this.#say.words;
    const votes = this.#votes;
    const own = votes?.own;
    const delivery = own && deliveryOf(own, votes.isTrying);
    return html`<span part="status" class="text wide"
      ><span role="status" aria-live=${this.#hasNews ? 'polite' : 'off'}
        >${delivery ? this.#say.delivery(delivery, own.score) : nothing}</span
      >${
        delivery === 'kept' || delivery === 'unsaved'
          ? html`<button type="button" @click=${votes?.retry}>${retry}</button>`
          : nothing
      }${
        own && own.state !== 'rejected' && this.#isOpen
          ? html`<button type="button" @click=${() => this.focus({ focusVisible: true })}>${change}</button>`
          : nothing
      }</span
    >`;
  }

  /** Turns to the votes on the article that it is about now. */
  #settle(): void {
    const place = placeOf(this);
    const former = this.#place;
    if (JSON.stringify(former) === JSON.stringify(place)) return;
    this.#votes?.end();
    this.#place = place;
    // A former article's vote is none on this one.
    if (former && former.article !== place.article) this.value = this.attributeValue;
    this.#votes = place.endpoint
      ? new ArticleVotes(place, {
          onChange: () => this.requestUpdate(),
          onOwn: (own, heard) => {
            this.value = (own && standingScore(own)) ?? this.attributeValue;
            // What was so when the page came is shown, but not announced.
            this.#hasNews ||= heard;
          },
          onEvent: (type, detail) => this.emit(type, detail),
        })
      : undefined;
    if (this.#votes || this.readonly) return;
    // The script that configures the page may come after the element.
    const warn = () => setTimeout(() => this.#missEndpoint());
    if (document.readyState === 'complete') warn();
    else addEventListener('load', warn, { once: true });
  }

  #missEndpoint(): void {
    if (!this.isConnected || this.readonly || this.#votes) return;
    const advice = 'missing, so nobody can vote. Set it, or data-endpoint on the script, or configure({ endpoint }).';
    warnAboutAttribute(this, 'endpoint', advice);
  }

  async #cast(score: number): Promise<void> {
    const votes = this.#votes;
    const own = votes?.own;
    this.requestUpdate();
    // The same vote once more would change nothing.
    if (!votes || (score === this.value && own?.score === score && own.state !== 'rejected')) return;
    const former = this.value;
    this.value = score;
    this.#hasNews = true;
    const casting = votes.cast(score, this.max);
    this.#emitNative('change');
    try {
      await casting;
    } catch (error) {
      this.value = former;
      warnOnce(`<${this.localName}>: ${String(error)}`);
    }
  }

  #emitNative(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }

  /** The number if it can be used; else the webmaster is told, and it counts as not given. */
  #checked(name: 'max' | 'value' | 'average' | 'count', from: number, to: number, whole = true): number | null {
    // From a template it may come as a string, or be undefined.
    const given: unknown = this[name] ?? null;
    if (given === null) return null;
    const number = Number(given);
    if (isWithin(number, from, to, whole)) return number;
    warnAboutAttribute(
      this,
      name,
      `must be a ${whole ? 'whole ' : ''}number from ${from} to ${to}; taken as not given.`,
    );
    return null;
  }
}
