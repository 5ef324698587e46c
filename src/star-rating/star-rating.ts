import type { PropertyDeclarations, TemplateResult } from 'lit';
import type { Protocol } from '../shared/configuration.js';
import { elementStyles } from '../shared/element.styles.js';
import { wordsIn } from '../shared/language.js';
import { warnAboutAttribute } from '../shared/warn.js';
import { votesOn, type Follower } from './article-votes.js';
import { isWithin, numberFromAttribute } from './attributes.js';
import { standingScore } from './delivery.js';
import { FormControl } from './form-control.js';
import { placeOf } from './place.js';
import { hasVoted, isLocked, type Knowledge } from './rating.js';
import { sentencesIn } from './sentences.js';
import { starInput } from './star-input.js';
import { starRatingStyles } from './star-rating.styles.js';
import { drawRating } from './template.js';
import { builtInWords, type RatingWords } from './words.js';

const usualMax = 5;
const mostVotes = 1e9;
/** Before a missing endpoint is told. */
const patience = 3000;

/** The Navigation API where the browser has it, or what a page's own variable has put in its place. */
const navigation = () => (globalThis as { navigation?: Partial<EventTarget> }).navigation;

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

  readonly #knowledge: Knowledge = { preview: null };
  readonly #input = starInput(
    this,
    this.#knowledge,
    () => this.emit('input'),
    (score) => this.#cast(score),
  );
  readonly #follower: Follower = {
    onOwn: () => this.#takeOwn(),
    onChange: () => this.requestUpdate(),
    onEvent: (type, detail) => this.emit(type, detail),
  };
  #unfollow: (() => void) | undefined;

  constructor() {
    super();
    this.article = this.endpoint = this.protocol = this.token = this.label = this.average = this.count = null;
    this.summary = 'full';
    this.max = usualMax;
    this.readonly = this.once = this.histogram = false;
  }

  protected override arrived(): void {
    // Applications turn to another page without loading it. Not everywhere; there the next preview or click finds it out.
    navigation()?.addEventListener?.('currententrychange', this.#follower.onChange);
  }

  protected override left(): void {
    navigation()?.removeEventListener?.('currententrychange', this.#follower.onChange);
    this.#unfollow?.();
    this.#unfollow = this.#knowledge.place = undefined;
  }

  protected override willUpdate(): void {
    const knowledge = this.#knowledge;
    const max = (this.max = this.#number('max', 1, 10) ?? usualMax);
    this.average = this.#number('average', 0, max, false);
    this.count = this.#number('count', 0, mostVotes);
    this.summary = this.#oneOf('summary', ['full', 'short', 'none']) ?? 'full';
    this.protocol = this.#oneOf('protocol', ['json', 'json-simple', 'nukeviet']);
    const value = this.#number('value', 1, max);
    if (value !== this.value) this.value = value;
    if (this.isConnected) this.#settle();
    const { votes } = knowledge;
    for (const name of ['pending', 'sent', 'rejected']) this.setState(name, name === votes?.own?.state);
    this.setState('voted', hasVoted(this, knowledge));
    this.setState('loading', !!votes?.isComing);
  }

  protected override render(): TemplateResult {
    const say = sentencesIn(...this.#words, this.max, this.language);
    return drawRating(this, this.#knowledge, say, this.#input, this.labelText);
  }

  protected override get requiredMessage(): string {
    return isLocked(this, this.#knowledge) ? '' : this.#words[0].required;
  }

  get #words(): [RatingWords, tag: string] {
    return wordsIn<RatingWords>(builtInWords, 'rating', this.language);
  }

  /** Turns to the votes on the article that it is about now. */
  #settle(): void {
    const knowledge = this.#knowledge;
    const former = knowledge.votes;
    const place = placeOf(this);
    if (JSON.stringify(knowledge.place) === JSON.stringify(place)) return;
    this.#unfollow?.();
    const votes = place.endpoint ? votesOn(place) : undefined;
    Object.assign(knowledge, { place, votes });
    this.#unfollow = votes ? votes.follow(place, this.#follower) : this.#awaitEndpoint();
    // A vote on a former article, at a former endpoint or of a former reader is none here.
    if (votes?.own || (former && former !== votes)) this.#takeOwn();
  }

  /** The script that configures the page may come long after the element; returns how to stop. */
  #awaitEndpoint(): () => void {
    const advice = 'missing, so nobody can vote. Set it, data-endpoint on the script, or configure({ endpoint }).';
    const timer = setTimeout(() => {
      if (!this.readonly) warnAboutAttribute(this, 'endpoint', advice);
    }, patience);
    return () => clearTimeout(timer);
  }

  #takeOwn(): void {
    const own = standingScore(this.#knowledge.votes?.own);
    this.value = own ?? this.attributeValue;
    // The outbox knows it when the page comes back, or has forgotten it; the browser is to restore nothing.
    if (own) this.internals.setFormValue(String(own), null);
  }

  #cast(score: number): void {
    // The page may have turned to another article since, as applications do without loading.
    this.#settle();
    const { place, votes } = this.#knowledge;
    const own = votes?.own;
    const isCast = own?.state !== 'rejected' && standingScore(own) === score;
    this.requestUpdate();
    // The same vote once more would change nothing, but for a form that was reset.
    if (!votes || (isCast && score === this.value)) return;
    if (isCast) this.#takeOwn();
    else void votes.cast(score, this.max, place?.token, this.#follower);
    this.emit('change');
  }

  #number(name: 'max' | 'value' | 'average' | 'count', from: number, to: number, whole = true): number | null {
    // From a template it may come as a string, or be undefined.
    const given: unknown = this[name] ?? null;
    const number = given === null ? null : Number(given);
    const what = `${whole ? 'a whole number' : 'a number'} from ${from} to ${to}`;
    return this.#checked(name, number, number === null || isWithin(number, from, to, whole), what);
  }

  #oneOf<Choice extends string>(name: 'summary' | 'protocol', choices: Choice[]): Choice | null {
    const given = (this[name] ?? null) as Choice | null;
    return this.#checked(name, given, given === null || choices.includes(given), choices.join(', '));
  }

  /** What can be used; else the webmaster is told, and it counts as not given. */
  #checked<Value>(name: string, value: Value, isUsable: boolean, what: string): Value | null {
    if (isUsable) return value;
    warnAboutAttribute(this, name, `must be ${what}; taken as not given.`);
    return null;
  }
}
