import { page } from '../shared/page.js';
import { askForBackgroundSync } from './background-sync.js';
import { draftOf } from './draft.js';
import { openDrain } from './drain.js';
import { keep } from './keep.js';
import { isVote, type VoteRecord } from './record.js';
import { openRegister } from './register.js';
import { meansOf } from './routes.js';
import { deskOn, find, lay } from './shelf.js';
import { joinTabs } from './tabs.js';
import type { Ballot, KnownVote, OwnVote, Route, Tally, Vote, VoteChange } from './vote.js';

/** Votes cast one after the other are kept one after the other, before the first is sent. */
const breath = 10;

/** Other tabs leave that to the one that cast. */
const courtesy = 300;

/**
 * The outbox: keeps the reader's votes until their endpoint has them.
 * @fires change - `VoteChange`: a reader's vote on an article changed, here or in another tab
 * @fires back - the database, which was away, can be read again
 * @fires blocked - an endpoint cannot be reached from this page
 */
export interface Votes extends EventTarget {
  /** Keeps the vote, durably if that can be had, and sends it. */
  cast: (ballot: Ballot) => Promise<Vote>;
  /** The reader's own vote on the article, the latest at any endpoint, or null. */
  own: (article: string) => Promise<KnownVote | null>;
  /** The reader's votes that wait. */
  pending: () => Promise<KnownVote[]>;
  /** Tries to send at once, whatever the back-off; a `Retry-After` is kept. */
  flush: () => Promise<void>;
  /** Deletes everything that is stored, here and in other tabs. */
  forget: () => Promise<void>;
  /** An element tells how votes on its article travel, while it is on the page. */
  route: (route: Route) => () => void;
  /** The reader's own vote on the article with all that an element shows of it; without an endpoint the latest at any. */
  recall: (article: string, endpoint?: string) => Promise<OwnVote | null>;
}

/** A vote without what is the outbox's own business. */
const told = ({ id, article, score, max, state }: OwnVote): KnownVote => ({ id, article, score, max, state });

/** Opens an outbox, which sends what an earlier visit kept. */
export function openOutbox(): Votes {
  const by = String(Math.random());
  const routes: Route[] = [];
  const outbox = new EventTarget();
  let passing: ReturnType<typeof setTimeout> | undefined;
  let tell: ReturnType<typeof joinTabs> | undefined;

  const dispatch = (type: string, detail: unknown) => outbox.dispatchEvent(new CustomEvent(type, { detail }));

  const say = ({ article, endpoint, tally }: Route & { tally?: Tally | undefined }, vote: VoteRecord | null) => {
    const { voter: reader = '' } = page.configuration;
    lay(known, vote ?? { article, endpoint, reader }, vote);
    dispatch('change', { article, endpoint, vote, tally } satisfies VoteChange);
  };

  /** Tells this page, and gives the other tabs a hint. */
  const report = (votes: VoteRecord[]) => {
    for (const vote of votes) say(vote, vote);
    if (votes[0]) tell?.(votes);
  };

  const { known, transact, resume, ...register } = openRegister(
    report,
    () => drain.pass(),
    () => dispatch('back', undefined),
  );
  const drain = openDrain(transact, known, by, (record) => meansOf(routes, record, by), report, dispatch);

  /** Forgets what this page knows. */
  const drop = () => {
    known.clear();
    drain.drop();
  };

  /** Something changed, here or in another tab. */
  const hear = (places: Route[]) => {
    for (const place of places) void recall(place.article, place.endpoint, (vote) => say(place, vote));
    passing ??= setTimeout(() => {
      passing = undefined;
      drain.pass();
    }, courtesy);
  };

  const cast = async (ballot: Ballot) => {
    const draft = draftOf(ballot, routes, by);
    const vote = await transact(
      (shelf) => keep(shelf, draft),
      (kept) => report([kept]),
      true,
    );
    drain.passIn(breath);
    if (vote.durable) askForBackgroundSync();
    return vote;
  };

  const recall = (article: string, endpoint?: string, conclude?: (vote: VoteRecord | null) => void) => {
    const { voter: reader = '' } = page.configuration;
    return transact(
      async (shelf) => {
        let latest: VoteRecord | null = null;
        for (const at of endpoint ? [endpoint] : Object.keys((await deskOn(shelf)).endpoints)) {
          const vote = await find(shelf, { endpoint: at, article, reader });
          if (vote && !(latest && latest.castAt > vote.castAt)) latest = vote;
        }
        return latest;
        // What was read is remembered for when the database goes away.
      },
      conclude ?? ((vote) => vote && lay(known, vote, vote)),
    );
  };

  const own = async (article: string) => {
    const vote = await recall(article);
    return vote && told(vote);
  };

  const pending = () => {
    const { voter: reader = '' } = page.configuration;
    return transact(async (shelf) => {
      const waiting: KnownVote[] = [];
      for await (const [, vote] of shelf.each(['pending']))
        if (isVote(vote) && vote.reader === reader) waiting.push(told(vote));
      return waiting;
    });
  };

  const forget = async () => {
    // At once, so that none moves now what it has in memory; and afterwards, for what was read meanwhile.
    tell?.(null);
    try {
      await register.forget(drop);
    } finally {
      tell?.(null);
      hear(routes);
    }
  };

  const route = (added: Route) => {
    routes.push(added);
    return () => void routes.splice(routes.indexOf(added), 1);
  };

  // On a server there is nothing to listen to, and nothing to send.
  if ('addEventListener' in globalThis) {
    tell = joinTabs((votes) => {
      if (votes === null) drop();
      hear(votes ?? routes);
    });
    page.listeners.add(resume);
    // Not when it is hidden: frozen in the middle of a transaction, it would keep the database from all.
    addEventListener('visibilitychange', () => document.visibilityState === 'hidden' || resume());
    addEventListener('online', () => setTimeout(() => void drain.flush(), Math.random() * 2000));
    resume();
  }
  return Object.assign(outbox, { cast, own, pending, flush: drain.flush, forget, route, recall });
}
