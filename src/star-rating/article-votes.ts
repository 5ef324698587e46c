import type { Protocol } from '../shared/configuration.js';
import { votes } from '../votes.js';
import type { OwnVote, RejectionReason, Tally, VoteChange } from '../votes/vote.js';
import { isTallyComing, keepTally, knownTally, watchTally } from './tallies.js';

/** Whose votes, and how they travel. */
export interface Place {
  article: string;
  /** Absolute URL, or what the outbox calls a transport of the page's own; empty where there is neither. */
  endpoint: string;
  protocol: Protocol | undefined;
  token: string | undefined;
  /** Whether the reader may vote here, so that the own vote matters. */
  votable: boolean;
  /** Whether the endpoint is to be asked for the tally. */
  asksTally: boolean;
}

/** The detail of `sao-vote`, `sao-vote-sent` and `sao-vote-rejected`. */
export interface VoteDetail {
  id: string;
  article: string;
  score: number;
  max: number;
  /** Whether the vote is in IndexedDB. */
  durable: boolean;
  /** What the endpoint answered, where it told a tally. */
  tally?: Tally;
  /** Why a vote was rejected. */
  reason?: RejectionReason | undefined;
}

export type VoteEvent = 'sao-vote' | 'sao-vote-sent' | 'sao-vote-rejected';

/** Whom to tell what happens to the votes on an article. */
export interface Listener {
  /** Something that is shown changed. */
  onChange: () => void;
  /** The reader's own vote is another one, or came to its end: heard of just now, or (false) known from before. */
  onOwn: (heard: boolean) => void;
  onEvent: (type: VoteEvent, detail: VoteDetail) => void;
}

/** After so long without an answer, a vote is called kept rather than on its way. */
const hopeful = 4000;

/** What one element knows of the votes on its article: the reader's own, everybody's, and how far delivery has come. */
export class ArticleVotes {
  own: OwnVote | null = null;
  /** Whether an attempt to deliver is under way, as far as we know. */
  trying = false;

  readonly #place: Place;
  readonly #listener: Listener;
  readonly #stops: (() => void)[] = [];
  #told: Tally | undefined;
  #casting: Promise<void> | undefined;
  /** The cast vote that nothing has kept yet. */
  #unkept: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(place: Place, listener: Listener) {
    this.#place = place;
    this.#listener = listener;
    const { article, endpoint, protocol, token, votable, asksTally } = place;
    votes.addEventListener('change', this.#onVote);
    this.#stops.push(() => votes.removeEventListener('change', this.#onVote));
    if (asksTally) this.#stops.push(watchTally(endpoint, article, () => this.#change()));
    if (!votable) return;
    this.#stops.push(votes.route({ article, endpoint, protocol, token }));
    void this.#recall();
  }

  /** What the endpoint told; undefined where it has not. */
  get tally(): Tally | undefined {
    return this.#told ?? (this.#place.asksTally ? knownTally(this.#place.endpoint, this.#place.article) : undefined);
  }

  get tallyIsComing(): boolean {
    return this.#place.asksTally && isTallyComing(this.#place.endpoint, this.#place.article);
  }

  /** A vote that its endpoint has neither confirmed nor refused, or that is being kept at this moment. */
  get isPending(): boolean {
    return this.#casting !== undefined || this.own?.state === 'pending';
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  cast(score: number, max: number): Promise<void> {
    const casting = this.#cast(score, max).finally(() => {
      if (this.#casting === casting) this.#casting = undefined;
      this.#change();
    });
    this.#casting = casting;
    return casting;
  }

  /** Tries to deliver at once. */
  async retry(): Promise<void> {
    this.#try();
    await votes.flush();
  }

  async #cast(score: number, max: number): Promise<void> {
    const { article, endpoint, token } = this.#place;
    this.#try();
    const vote = await votes.cast({ article, score, max, endpoint, token });
    this.own = { ...vote, endpoint, confirmed: this.own?.confirmed ?? null };
    if (vote.durable) this.#tell('sao-vote', vote);
    else this.#unkept = vote.id;
  }

  async #recall(): Promise<void> {
    const own = await votes.own(this.#place.article, this.#place.endpoint);
    // A vote cast or heard of meanwhile is newer.
    if (!own || this.own || this.#casting) return;
    this.own = own;
    this.#changeOwn(false);
  }

  readonly #onVote = (event: Event): void => void this.#hear((event as CustomEvent<VoteChange>).detail);

  async #hear({ article, endpoint, vote, tally }: VoteChange): Promise<void> {
    if (article !== this.#place.article || endpoint !== this.#place.endpoint) return;
    // What becomes of a vote is told after that it was cast.
    while (this.#casting) await this.#casting.catch(() => undefined);
    if (this.#stopped) return;
    const former = this.own;
    this.own = vote;
    if (tally) keepTally(endpoint, (this.#told = tally));
    if (vote?.state !== 'pending') this.#rest();
    const isNews = former?.id !== vote?.id || former?.state !== vote?.state;
    if (isNews) this.#changeOwn(true);
    else this.#change();
    if (!vote) return;
    if (vote.id === this.#unkept && (vote.durable || vote.state === 'sent')) {
      this.#unkept = undefined;
      this.#tell('sao-vote', vote);
    }
    if (isNews && vote.state !== 'pending') this.#tell(`sao-vote-${vote.state}`, vote, tally);
  }

  #tell(type: VoteEvent, { id, article, score, max, durable, reason }: VoteDetail, tally?: Tally): void {
    const detail = { id, article, score, max, durable, ...(tally && { tally }), ...(reason && { reason }) };
    this.#listener.onEvent(type, detail);
  }

  #try(): void {
    this.#rest();
    // Where the browser knows that it is offline, "sending" would be a lie.
    this.trying = navigator.onLine;
    this.#timer = setTimeout(() => {
      this.trying = false;
      this.#change();
    }, hopeful);
    this.#change();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.trying = false;
  }

  #change(): void {
    if (!this.#stopped) this.#listener.onChange();
  }

  #changeOwn(heard: boolean): void {
    if (!this.#stopped) this.#listener.onOwn(heard);
  }
}
