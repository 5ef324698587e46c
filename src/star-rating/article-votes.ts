import { kept } from '../shared/kept.js';
import { page } from '../shared/page.js';
import { warnOnce } from '../shared/warn.js';
import { votes } from '../votes.js';
import type { OwnVote, RejectionReason, Route, Tally, VoteChange } from '../votes/vote.js';
import type { Own } from './delivery.js';
import { askForTally } from './tallies.js';

/** Whose votes, and how they travel. */
export interface Place extends Route {
  /** The host's own id of the reader. */
  voter?: string | undefined;
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
export interface Follower {
  /** The reader's own vote is another one, or came to its end. */
  onOwn: () => void;
  /** Something that is shown changed. */
  onChange: () => void;
  onEvent: (type: string, detail: VoteDetail) => void;
}

/** After so long without an answer, a vote is called kept rather than on its way. */
const hopeful = 4000;

/** What the page knows of the votes on one article; all elements for the article share it, and so agree. */
export interface ArticleVotes {
  /** The reader's own; without an id while it is being kept. */
  own: Own | null;
  /** Whether something happened to the own vote while the reader was here: only that is announced. */
  hasNews: boolean;
  /** Whether an attempt to deliver it is under way, as far as we know. */
  isTrying: boolean;
  /** Everybody's; `undefined` until the endpoint told. */
  tally?: Tally | undefined;
  /** Whether the endpoint's answer about it is still to come. */
  isComing: boolean;
  /** Tells a follower of all that changes; returns how to stop. */
  follow: (place: Place, follower: Follower) => () => void;
  /** Casts a vote for the follower that the reader used. */
  cast: (score: number, max: number, token: string | undefined, follower: Follower) => Promise<void>;
  /** Reads what the outbox has, where that matters to somebody. */
  read: () => void;
  /** Tries to deliver at once. */
  retry: () => void;
  /** Something happened to a vote, here or in another tab. */
  hear: (change: VoteChange) => Promise<void>;
}

const known = new Map<string, ArticleVotes>();
const keyOf = ({ endpoint, article }: Route, reader = '') => `${endpoint} ${article} ${reader}`;

// One listener serves all: the browser compares each new one with all others.
votes.addEventListener('change', (event) => {
  const { detail } = event as CustomEvent<VoteChange & { vote: { reader?: string } | null }>;
  // Several readers may share a device: what comes of a former one's vote is not this one's.
  const { reader = page.configuration.voter } = detail.vote ?? {};
  void known.get(keyOf(detail, reader))?.hear(detail);
});

votes.addEventListener('back', () => {
  for (const { read } of known.values()) read();
});

/** What the page knows of the votes on the article. */
export const votesOn = (place: Place): ArticleVotes => kept(known, keyOf(place, place.voter), () => open(place));

function open({ endpoint, article }: Place): ArticleVotes {
  /** And whether it tells what becomes of the vote: who can vote, or did. */
  const followers = new Map<Follower, boolean>();
  let casting: Promise<unknown> | undefined;
  /** Who cast last. */
  let caster: Follower | undefined;
  /** The vote that was cast and is not told yet, because nothing has kept it. */
  let untold: string | undefined;
  let asks = false;

  const tellChange = (isNews = false) => {
    for (const { onOwn, onChange } of followers.keys()) {
      if (isNews) onOwn();
      onChange();
    }
  };

  const turnTo = (own: Own | null): boolean => {
    const former = shared.own;
    // An end is one, also where a database that was away has the vote still waiting.
    if (own?.state === 'pending' && own.id === former?.id && former.state !== 'pending') return false;
    const isNews = own?.id !== former?.id || own?.state !== former?.state;
    shared.own = own;
    tellChange(isNews);
    return isNews;
  };

  const attempt = () => {
    // Where the browser knows that it is offline, "sending" would be a lie.
    shared.isTrying = !!casting || navigator.onLine;
    setTimeout(() => {
      shared.isTrying = false;
      tellChange();
    }, hopeful);
    tellChange();
  };

  const ask = () => {
    shared.isComing = true;
    void askForTally(endpoint, article).then((tally) => {
      // An answer to a vote that came meanwhile is newer.
      if (!shared.isComing) return;
      shared.isComing = false;
      shared.tally = tally ?? shared.tally;
      tellChange();
    });
  };

  const shared: ArticleVotes = {
    own: null,
    hasNews: false,
    isTrying: false,
    isComing: false,

    follow(place, follower) {
      if (!followers.size) shared.hasNews = false;
      followers.set(follower, place.isVotable || follower === caster);
      asks ||= place.asksTally;
      if (asks && !shared.tally && !shared.isComing) ask();
      if (!place.isVotable) return () => followers.delete(follower);
      const endRoute = votes.route(place);
      shared.read();
      return () => {
        followers.delete(follower);
        endRoute();
      };
    },

    async cast(score, max, token, follower) {
      const former = shared.own;
      const current = (casting = votes.cast({ article, score, max, endpoint, token }));
      const draft: Own = { id: '', score, state: 'pending', durable: true, confirmed: null };
      caster = follower;
      shared.own = draft;
      shared.hasNews = true;
      attempt();
      tellChange(true);
      try {
        untold = (await current).id;
      } catch (error) {
        if (shared.own === draft) turnTo(former);
        warnOnce(String(error));
      }
      if (casting === current) casting = undefined;
      attempt();
    },

    read() {
      if (![...followers.values()].includes(true)) return;
      const { own } = shared;
      void votes.recall(article, endpoint).then((read) => {
        // A vote cast or heard of meanwhile is newer.
        if (shared.own !== own) return;
        // The end of a vote that was seen to wait here is told like any other.
        if (own && read?.id === own.id) void shared.hear({ article, endpoint, vote: read, tally: read.tally });
        else turnTo(read);
      });
    },

    retry() {
      attempt();
      void votes.flush();
    },

    async hear({ vote, tally }) {
      // What becomes of a vote is told after that it was cast.
      while (casting) await casting.catch(() => undefined);
      if (tally) {
        shared.isComing = false;
        shared.tally = tally;
      }
      const isNews = turnTo(vote);
      if (!vote) return;
      shared.hasNews ||= isNews;
      if (caster && vote.id === untold && (vote.durable || vote.state === 'sent')) {
        tell(caster, 'sao-vote', vote);
        untold = undefined;
      }
      if (!isNews || vote.state === 'pending') return;
      if (!tally && asks) ask();
      for (const [follower, tells] of followers) if (tells) tell(follower, `sao-vote-${vote.state}`, vote, tally);
    },
  };
  return shared;
}

function tell(
  { onEvent }: Follower,
  type: string,
  { id, article, score, max, durable, reason }: OwnVote,
  tally?: Tally,
): void {
  onEvent(type, {
    ...{ id, article, score, max, durable },
    ...(tally && { tally }),
    ...(reason && { reason }),
  });
}
