import type { Kysely, Transaction } from 'kysely';
import { latestAllowed } from './cast-at.js';
import type { Schema, TallyRow, VoteRow } from './schema.js';

/** A vote that passed every check. */
export interface CheckedVote {
  id: string;
  article: string;
  voter: string;
  score: number;
  max: number;
  /** Milliseconds since 1970, as the client claims. */
  castAt: number;
}

/**
 * By which moments a vote and the one held are compared. Of two votes from a clock that runs days ahead the later one wins,
 * whichever arrives last: what counts is what they claim. A vote of a clock that is right, or right again, wins when it is
 * later than what the one held was kept as.
 */
const comparedBy = ({ cast_at, latest_claim }: Pick<VoteRow, 'cast_at' | 'latest_claim'>) =>
  latest_claim > cast_at ? 'latest_claim' : 'cast_at';

/** Keeps the vote if it is the reader's latest on the article; nothing where it is not. */
function keep(transaction: Transaction<Schema>, vote: CheckedVote, now: number): Promise<VoteRow | undefined> {
  const { castAt, ...columns } = vote;
  const row = { ...columns, cast_at: latestAllowed(castAt, now), latest_claim: castAt };
  const moment = comparedBy(row);
  return transaction
    .insertInto('sao_vote')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['voter', 'article'])
        .doUpdateSet((build) => ({
          id: build.ref('excluded.id'),
          score: build.ref('excluded.score'),
          max: build.ref('excluded.max'),
          cast_at: build.ref('excluded.cast_at'),
          latest_claim: build
            .case()
            .when('excluded.latest_claim', '>', build.ref('sao_vote.latest_claim'))
            .then(build.ref('excluded.latest_claim'))
            .else(build.ref('sao_vote.latest_claim'))
            .end(),
          replaced_score: build.ref('sao_vote.score'),
          replaced_max: build.ref('sao_vote.max'),
        }))
        .whereRef('excluded.id', '<>', 'sao_vote.id')
        .whereRef(`excluded.${moment}`, '>', `sao_vote.${moment}`),
    )
    .returningAll()
    .executeTakeFirst();
}

const byKey = (a: TallyRow, b: TallyRow) =>
  Number(a.article > b.article) - Number(a.article < b.article) ||
  a.max - b.max ||
  a.score - b.score ||
  a.slot - b.slot;

/** Rows of one statement: SQLite takes 32,766 values, five a row. */
const batch = 1_000;

/** Adds to, or takes from, articles' numbers of votes. */
export async function addToTally(database: Kysely<Schema>, changes: TallyRow[]): Promise<void> {
  // Always in the same order: two transactions that change the same rows crosswise would wait for each other.
  const rows = changes.toSorted(byKey);
  for (let start = 0; start < rows.length; start += batch)
    await database
      .insertInto('sao_tally')
      .values(rows.slice(start, start + batch))
      .onConflict((conflict) =>
        conflict
          .columns(['article', 'max', 'score', 'slot'])
          .doUpdateSet((build) => ({ votes: build('sao_tally.votes', '+', build.ref('excluded.votes')) })),
      )
      .execute();
}

/**
 * Records a vote and moves the article's tally by the difference it makes.
 * @returns the score that is held afterwards, which is another vote's where this one came late
 */
export async function recordVote(
  transaction: Transaction<Schema>,
  vote: CheckedVote,
  slot: number,
  now: number,
): Promise<number> {
  const { article, voter } = vote;
  const kept = await keep(transaction, vote, now);
  if (!kept) {
    const held = await transaction
      .selectFrom('sao_vote')
      .select('score')
      .where('voter', '=', voter)
      .where('article', '=', article)
      .executeTakeFirst();
    return held?.score ?? vote.score;
  }
  const { score, max, replaced_score, replaced_max } = kept;
  if (score === replaced_score && max === replaced_max) return score;
  const changes = [{ article, max, score, slot, votes: 1 }];
  if (replaced_score !== null && replaced_max !== null)
    changes.push({ article, max: replaced_max, score: replaced_score, slot, votes: -1 });
  await addToTally(transaction, changes);
  return score;
}
