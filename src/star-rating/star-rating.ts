import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Protocol } from '../shared/configuration.js';
import { elementStyles } from '../shared/element.styles.js';
import { wordsIn } from '../shared/language.js';
import { warnAboutAttribute, warnOnce } from '../shared/warn.js';
import { ArticleVotes, type Place, type VoteDetail, type VoteEvent } from './article-votes.js';
import { describeRange, isWithin, numberFromAttribute, type Range } from './attributes.js';
import { drawControl, drawImage } from './control.js';
import { deliveryOf, standingScore } from './delivery.js';
import { copySymbol, type Symbols } from './drawing.js';
import { FormControl } from './form-control.js';
import { drawHistogram } from './histogram.js';
import { isSamePlace, placeOf, whenPageIsSet } from './place.js';
import { scoreGiven, scoreOfTally, type Score } from './score.js';
import { Sentences } from './sentences.js';
import { StarInput } from './star-input.js';
import { starRatingStyles } from './star-rating.styles.js';
import { builtInWords, type RatingWords } from './words.js';

const usualMax = 5;
/** The properties that decide where votes belong. */
const placeNames = ['article', 'endpoint', 'protocol', 'token', 'readonly', 'average', 'count'] as const;
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
  /** The number of stars, 1 to 10. */
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
  #placeIsStale = true;
  #votes: ArticleVotes | undefined;
  readonly #input = new StarInput({
    read: () => ({ max: this.max, value: this.value, isOpen: this.#isOpen }),
    onPreview: (moved) => {
      this.requestUpdate();
      if (moved) this.#emitNative('input');
    },
    onCast: (score) => void this.#cast(score),
  });
  /** Whether something happened to a vote while the reader was here: only that is announced. */
  #hasNews = false;
  #hasCast = false;
  #symbols: Symbols | undefined;
  #symbolIsStale = true;

  constructor() {
    super();
    this.article = this.endpoint = this.protocol = this.token = this.label = null;
    this.average = this.count = null;
    this.summary = 'full';
    this.max = usualMax;
    this.readonly = this.once = this.histogram = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved, it may have come into another card.
    this.#placeIsStale = true;
    this.requestUpdate();
  }

  protected override left(): void {
    this.#votes?.stop();
    this.#votes = this.#place = undefined;
  }

  protected override pageChanged(): void {
    this.#placeIsStale = true;
    super.pageChanged();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.max = this.#checked('max', { from: 1, to: 10, whole: true }) ?? usualMax;
    this.average = this.#checked('average', { from: 0, to: this.max });
    this.count = this.#checked('count', { from: 0, whole: true });
    const value = this.#checked('value', { from: 1, to: this.max, whole: true });
    if (value !== this.value) this.value = value;
    if (this.#placeIsStale || placeNames.some((name) => changed.has(name))) this.#settle();
    if (this.#symbolIsStale || changed.has('max') || changed.has('readonly')) this.#copySymbol();
    const state = this.#votes?.isPending ? 'pending' : this.#votes?.own?.state;
    for (const name of ['pending', 'sent', 'rejected']) this.setState(name, name === state);
    this.setState('voted', this.#hasVoted);
    this.setState('loading', this.#votes?.tallyIsComing ?? false);
  }

  protected override render(): TemplateResult {
    const say = new Sentences(this.#words, this.language, this.max);
    const score = this.#score;
    const votes = score?.histogram;
    return html`<div part="base" class="base">
      <slot name="symbol" hidden @slotchange=${this.#onSymbol}></slot>
      ${this.#stars(say, score)} ${this.#summary(say, score)}
      ${this.histogram && votes ? drawHistogram(votes, say.histogram(votes), this.language) : nothing}
      ${this.#isVotable ? this.#status(say) : nothing}
    </div>`;
  }

  protected override get tabStop(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('[tabindex="0"]') ?? null;
  }

  protected override get requiredMessage(): string {
    return this.#words.required;
  }

  get #words(): RatingWords {
    return wordsIn(builtInWords, 'rating', this.language);
  }

  get #isVotable(): boolean {
    return this.#place?.votable ?? false;
  }

  /** Whether the reader's vote, counted or on its way, is known. */
  get #hasVoted(): boolean {
    const own = this.#votes?.own;
    return this.value !== null || (own ? standingScore(own) !== null : false);
  }

  get #isLocked(): boolean {
    return this.once && this.#hasVoted;
  }

  get #isOpen(): boolean {
    return this.#isVotable && !this.isDisabled && !this.#isLocked;
  }

  get #score(): Score | undefined {
    const tally = this.#votes?.tally;
    return tally ? scoreOfTally(tally, this.max) : scoreGiven(this.average, this.count);
  }

  #stars(say: Sentences, score: Score | undefined): TemplateResult {
    const average = score?.average ?? this.average;
    const own = this.#input.preview ?? this.value;
    const filled = (this.#isVotable ? (own ?? average) : (average ?? own)) ?? 0;
    const label = this.label ?? (this.labelText || this.#words.label);
    const whole = say.whole(score, this.value);
    const view = {
      max: this.max,
      filled,
      isOwn: filled === own && filled !== average,
      symbols: this.#symbols,
    };
    if (!this.#isVotable) return drawImage({ ...view, name: [label, whole].filter(Boolean).join(': ') }, this.readonly);
    return html`${drawControl(
        {
          ...view,
          name: label,
          value: this.value,
          disabled: this.isDisabled,
          locked: this.#isLocked,
          required: this.required,
          hasCast: this.#hasCast,
        },
        say,
        this.#input,
      )}<span id="sentence" hidden>${whole}</span>`;
  }

  #summary(say: Sentences, score: Score | undefined): TemplateResult | typeof nothing {
    if (this.summary === 'none') return nothing;
    const isShort = this.summary === 'short';
    const lines = score
      ? isShort
        ? [say.short(score)]
        : say.full(score)
      : this.#place?.asksTally
        ? isShort
          ? [blank]
          : [blank, blank]
        : [];
    return html`<span
      part="summary"
      class="summary ${isShort ? '' : 'wide'}"
      aria-hidden=${this.#isVotable ? nothing : 'true'}
      >${lines.map((line) => html`<span class="line">${line}</span>`)}${
        isShort || !this.#isOpen || this.#hasVoted
          ? nothing
          : html`<span class="line invitation">${this.#words.invitation}</span>`
      }</span
    >`;
  }

  #status(say: Sentences): TemplateResult {
    const votes = this.#votes;
    const own = votes?.own;
    const delivery = own ? deliveryOf(own, votes.trying) : undefined;
    const isKept = delivery === 'kept' || delivery === 'unsaved';
    const mayChange = own && own.state !== 'rejected' && this.#isOpen;
    return html`<span part="status" class="status"
      ><span role="status" aria-live=${this.#hasNews ? 'polite' : 'off'}
        >${own && delivery ? say.delivery(delivery, own.score) : nothing}</span
      >
      ${isKept ? html`<button type="button" @click=${this.#onRetry}>${this.#words.retry}</button>` : nothing}
      ${mayChange ? html`<button type="button" @click=${this.#onChangeVote}>${this.#words.change}</button>` : nothing}</span
    >`;
  }

  readonly #onRetry = (): void => void this.#votes?.retry();

  readonly #onChangeVote = (): void => this.focus({ focusVisible: true });

  readonly #onSymbol = (): void => {
    this.#symbolIsStale = true;
    this.requestUpdate();
  };

  #copySymbol(): void {
    this.#symbolIsStale = false;
    const symbol = this.querySelector<SVGElement>(':scope > svg[slot="symbol"]');
    this.#symbols = symbol ? copySymbol(symbol, this.max, !this.#isVotable) : undefined;
  }

  /** Turns to the votes on the article that it is about now. */
  #settle(): void {
    if (!this.isConnected) return;
    this.#placeIsStale = false;
    const place = placeOf(this);
    const former = this.#place;
    if (former && isSamePlace(former, place)) return;
    this.#votes?.stop();
    this.#place = place;
    this.#symbolIsStale ||= former?.votable !== place.votable;
    // A former article's vote is none on this one.
    if (former && former.article !== place.article) this.value = this.attributeValue;
    if (!place.endpoint) {
      this.#votes = undefined;
      if (!this.readonly) whenPageIsSet(this.#missEndpoint);
      return;
    }
    this.#votes = new ArticleVotes(place, {
      onChange: () => this.requestUpdate(),
      onOwn: (heard) => this.#onOwn(heard),
      onEvent: (type: VoteEvent, detail: VoteDetail) => this.emit(type, detail),
    });
  }

  readonly #missEndpoint = (): void => {
    if (!this.isConnected || this.readonly || this.#votes) return;
    warnAboutAttribute(
      this,
      'endpoint',
      'missing, so readers cannot vote. Set it here, data-endpoint on the script, or configure({ endpoint }).',
    );
  };

  #onOwn(heard: boolean): void {
    const own = this.#votes?.own;
    this.value = (own && standingScore(own)) ?? this.attributeValue;
    // What was so when the page came is shown, but not announced.
    this.#hasNews ||= heard;
  }

  async #cast(score: number): Promise<void> {
    const votes = this.#votes;
    const own = votes?.own;
    this.requestUpdate();
    // The same vote once more would change nothing.
    if (!votes || (score === this.value && own?.score === score && own.state !== 'rejected')) return;
    const former = this.value;
    this.value = score;
    this.#hasNews = this.#hasCast = true;
    const casting = votes.cast(score, this.max);
    this.#emitNative('change');
    try {
      await casting;
    } catch (error) {
      this.value = former;
      warnOnce(`<${this.localName}>: this vote could not be taken: ${String(error)}`);
    }
  }

  #emitNative(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }

  /** The number if it can be used; else the webmaster is told, and it counts as not given. */
  #checked(name: 'max' | 'value' | 'average' | 'count', range: Range): number | null {
    const number: number | null = this[name];
    if (number === null || isWithin(number, range)) return number;
    warnAboutAttribute(this, name, `must be ${describeRange(range)}. It is taken as not given.`);
    return null;
  }
}
