import { votes } from '../votes.js';
import type { OwnVote, RejectionReason, Route, Tally, Vote, VoteChange } from '../votes/vote.js';
import { askForTally, keepTally, tallyOf, type KnownTally } from './tallies.js';

/** Whose votes, and how they travel. */
export interface Place extends Route {
  /** Whether the reader may vote here, so that the own vote matters. */
  isVotable: boolean;
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
  reason?: RejectionReason;
}

/** Whom to tell what happens to the votes on an article. */
export interface VotesListener {
  /** Something that is shown changed. */
  onChange: () => void;
  /** The reader's own vote is another one, or came to its end: heard of just now, or (false) known from before. */
  onOwn: (own: OwnVote | null, heard: boolean) => void;
  onEvent: (type: string, detail: VoteDetail) => void;
}

/** After so long without an answer, a vote is called kept rather than on its way. */
const hopeful = 4000;

/** All that follow the outbox: one listener serves them, because the browser compares each new one with all others. */
const followers = new Set<ArticleVotes>();
const tellFollowers = (event: Event): void => {
  for (const follower of [...followers]) void follower.hear((event as CustomEvent<VoteChange>).detail);
};

/** What one element knows of the votes on its article: the reader's own, everybody's, and how far delivery has come. */
export class ArticleVotes {
  own: OwnVote | null = null;
  /** Whether an attempt to deliver is under way, as far as we know. */
  isTrying = false;
  readonly known: KnownTally;

  readonly #place: Place;
  readonly #listener: VotesListener;
  readonly #endRoute: (() => void) | undefined;
  #casting: Promise<unknown> | undefined;
  /** The cast vote that nothing has kept yet. */
  #unkept: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(place: Place, listener: VotesListener) {
    const { article, endpoint } = place;
    this.#place = place;
    this.#listener = listener;
    this.known = tallyOf(endpoint, article);
    this.known.watchers.add(listener.onChange);
    if (!followers.size) votes.addEventListener('change', tellFollowers);
    followers.add(this);
    if (place.asksTally) askForTally(endpoint, article);
    if (!place.isVotable) return;
    this.#endRoute = votes.route(place);
    void votes.own(article, endpoint).then((own) => {
      // A vote cast or heard of meanwhile is newer.
      if (!own || this.own || this.#casting || this.#isOver) return;
      this.own = own;
      listener.onOwn(own, false);
      listener.onChange();
    });
  }

  /** A vote that its endpoint has neither confirmed nor refused, or that is being kept at this moment. */
  get isPending(): boolean {
    return !!this.#casting || this.own?.state === 'pending';
  }

  end(): void {
    this.#isOver = true;
    this.#rest();
    this.#endRoute?.();
    this.known.watchers.delete(this.#listener.onChange);
    followers.delete(this);
    if (!followers.size) votes.removeEventListener('change', tellFollowers);
  }

  async cast(score: number, max: number): Promise<void> {
    const { article, endpoint, token } = this.#place;
    this.#try();
    const casting = (this.#casting = votes.cast({ article, score, max, endpoint, token }));
    try {
      const vote = await casting;
      this.own = { ...vote, endpoint, confirmed: this.own?.confirmed ?? null };
      if (vote.durable) this.#tell('sao-vote', vote);
      else this.#unkept = vote.id;
    } finally {
      if (this.#casting === casting) this.#casting = undefined;
      this.#listener.onChange();
    }
  }

  /** Tries to deliver at once. */
  readonly retry = (): void => {
    this.#try();
    void votes.flush();
  };

  /** Something happened to a vote, here or in another tab. */
  async hear({ article, endpoint, vote, tally }: VoteChange): Promise<void> {
    if (article !== this.#place.article || endpoint !== this.#place.endpoint) return;
    // What becomes of a vote is told after that it was cast.
    while (this.#casting) await this.#casting.catch(() => undefined);
    if (this.#isOver) return;
    const { own } = this;
    const isNews = own?.id !== vote?.id || own?.state !== vote?.state;
    this.own = vote;
    if (tally) keepTally(endpoint, article, tally);
    if (vote?.state !== 'pending') this.#rest();
    if (isNews) this.#listener.onOwn(vote, true);
    this.#listener.onChange();
    if (!vote) return;
    if (vote.id === this.#unkept && (vote.durable || vote.state === 'sent')) {
      this.#unkept = undefined;
      this.#tell('sao-vote', vote);
    }
    if (isNews && vote.state !== 'pending') this.#tell(`sao-vote-${vote.state}`, vote, tally);
  }

  #tell(type: string, { id, article, score, max, durable, reason }: Vote & Partial<OwnVote>, tally?: Tally): void {
    this.#listener.onEvent(type, {
      ...{ id, article, score, max, durable },
      ...(tally && { tally }),
      ...(reason && { reason }),
    });
  }

  #try(): void {
    this.#rest();
    // Where the browser knows that it is offline, "sending" would be a lie.
    this.isTrying = navigator.onLine;
    this.#timer = setTimeout(() => {
      this.isTrying = false;
      this.#listener.onChange();
    }, hopeful);
    this.#listener.onChange();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.isTrying = false;
  }
}
