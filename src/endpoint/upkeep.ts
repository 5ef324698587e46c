import type { Kysely } from 'kysely';
import { addToTally } from './record-vote.js';
import type { Schema } from './schema.js';
import { tallyOf } from './tally.js';
import type { Tally } from './wire.js';

/** A reader's vote, as it is handed out to that reader. */
export interface KeptVote {
  article: string;
  score: number;
  max: number;
  /** ISO 8601. */
  castAt: string;
  id: string;
}

/** Articles read at once. */
const batch = 1_000;

/**
 * Counts all votes again and repairs tallies that differ, while votes go on: one statement sees votes and tallies at
 * one moment, and the difference between them is not changed by votes that come meanwhile.
 * @returns the articles whose tally was wrong
 */
export async function recount(database: Kysely<Schema>): Promise<string[]> {
  const differences = await database
    .selectFrom((build) =>
      build
        .selectFrom('sao_vote')
        .select((each) => ['article', 'max', 'score', each.lit<number>(1).as('votes')])
        .unionAll(
          build
            .selectFrom('sao_tally')
            .select((each) => ['article', 'max', 'score', each.neg(each.ref('votes')).as('votes')]),
        )
        .as('both'),
    )
    .select(({ fn }) => ['article', 'max', 'score', fn.sum<number>('votes').as('votes')])
    .groupBy(['article', 'max', 'score'])
    .having(({ fn }) => fn.sum('votes'), '<>', 0)
    .execute();
  const rows = differences.map((difference) => ({ ...difference, slot: 0 }));
  await addToTally(database, rows);
  return [...new Set(rows.map(({ article }) => article))];
}

/** Every vote of one reader. */
export async function votesOf(database: Kysely<Schema>, voter: string): Promise<KeptVote[]> {
  const rows = await database
    .selectFrom('sao_vote')
    .select(['article', 'score', 'max', 'cast_at', 'id'])
    .where('voter', '=', voter)
    .orderBy('article')
    .execute();
  return rows.map(({ cast_at, ...row }) => ({ ...row, castAt: new Date(cast_at).toISOString() }));
}

/** Deletes every vote of one reader, and takes them out of the tallies. @returns how many there were */
export function erase(database: Kysely<Schema>, voter: string): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const erased = await transaction
      .deleteFrom('sao_vote')
      .where('voter', '=', voter)
      .returning(['article', 'max', 'score'])
      .execute();
    await addToTally(
      transaction,
      erased.map((vote) => ({ ...vote, slot: 0, votes: -1 })),
    );
    return erased.length;
  });
}

/** The tallies of all articles that have votes, a few at a time. */
export async function* allTallies(database: Kysely<Schema>): AsyncGenerator<Tally> {
  let after = '';
  for (;;) {
    const articles = await database
      .selectFrom('sao_tally')
      .select('article')
      .distinct()
      .where('article', '>', after)
      .orderBy('article')
      .limit(batch)
      .execute();
    const last = articles.at(-1)?.article;
    if (last === undefined) return;
    const counts = await database
      .selectFrom('sao_tally')
      .select(({ fn }) => ['article', 'max', 'score', fn.sum<number>('votes').as('votes')])
      .where('article', '>', after)
      .where('article', '<=', last)
      .groupBy(['article', 'max', 'score'])
      .orderBy('article')
      .execute();
    const byArticle = new Map<string, typeof counts>();
    for (const count of counts) byArticle.set(count.article, [...(byArticle.get(count.article) ?? []), count]);
    for (const [article, given] of byArticle) {
      const tally = tallyOf(article, given);
      if (tally.count > 0) yield tally;
    }
    after = last;
  }
}
