import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Kysely } from 'kysely';
import { openDatabase } from '../../src/endpoint/database.js';
import type { Schema } from '../../src/endpoint/schema.js';
import { openStore, type Store } from '../../src/endpoint/store.js';
import { perform } from '../../src/endpoint/tasks.js';
import type { Upkeep } from '../../src/endpoint/command-line.js';
import { withPostgres } from './with-postgres.js';

function describeUpkeep(newDatabase: () => Promise<string>): void {
  let store: Store;
  let database: Kysely<Schema>;
  const voter = randomUUID();
  const castAt = Date.parse('2026-01-01T08:00:00Z');

  const output = async (task: Upkeep) => {
    const lines: string[] = [];
    await perform(task, store, (text) => lines.push(text));
    return lines.join('\n');
  };

  before(async () => {
    const path = await newDatabase();
    store = await openStore(path);
    ({ database } = await openDatabase(path));
    const cast = (article: string, score: number, changes = {}) =>
      store.record({ id: randomUUID(), article, voter: randomUUID(), score, max: 5, castAt, ...changes }, castAt);
    await cast('b, "quoted"', 2, { voter, max: 3 });
    await cast('=1+1', 5, { voter, id: '5f0c0000-0000-4000-8000-000000000000' });
    await cast('=1+1', 4);
  });
  after(async () => {
    await store.close();
    await database.destroy();
  });

  it('prints all tallies as CSV, in which no article is a formula', async () => {
    assert.deepEqual((await output({ name: 'export', format: 'csv' })).split('\n').slice(1).sort(), [
      '"b, ""quoted""",2,1,0,1,0,0,0,0,0,0,0,0',
      "'=1+1,9,2,0,0,0,1,1,0,0,0,0,0",
    ]);
  });

  it('prints all tallies as JSON', async () => {
    assert.deepEqual(JSON.parse(await output({ name: 'export', format: 'json' })), [
      { article: '=1+1', sum: 9, count: 2, histogram: [0, 0, 0, 1, 1] },
      { article: 'b, "quoted"', sum: 2, count: 1, histogram: [0, 1, 0] },
    ]);
  });

  it("prints one reader's votes", async () => {
    const votes = JSON.parse(await output({ name: 'export-voter', voter })) as unknown[];
    assert.equal(votes.length, 2);
    assert.deepEqual(votes[0], {
      article: '=1+1',
      score: 5,
      max: 5,
      castAt: '2026-01-01T08:00:00.000Z',
      id: '5f0c0000-0000-4000-8000-000000000000',
    });
  });

  it('finds and repairs tallies that are not what the votes say', async () => {
    assert.match(await output({ name: 'recount' }), /^Every tally/);
    await database.updateTable('sao_tally').set({ votes: 7 }).where('article', '=', '=1+1').execute();
    await database.deleteFrom('sao_tally').where('max', '=', 3).execute();
    assert.deepEqual(
      new Set((await output({ name: 'recount' })).split('\n')),
      new Set(['2 tallies were wrong and are repaired:', '=1+1', 'b, "quoted"']),
    );
    assert.match(await output({ name: 'recount' }), /^Every tally/);
    assert.deepEqual(
      (await store.tallies(['=1+1', 'b, "quoted"'])).map(({ sum }) => sum),
      [9, 2],
    );
  });

  it("erases one reader's votes, from the tallies too", async () => {
    assert.equal(await output({ name: 'erase', voter }), '2 votes erased.');
    assert.equal(await output({ name: 'export-voter', voter }), '[]');
    assert.deepEqual(JSON.parse(await output({ name: 'export', format: 'json' })), [
      { article: '=1+1', sum: 4, count: 1, histogram: [0, 0, 0, 1, 0] },
    ]);
    assert.match(await output({ name: 'recount' }), /^Every tally/);
  });

  it('goes through any number of articles', async () => {
    await database
      .insertInto('sao_tally')
      .values(Array.from({ length: 2_100 }, (_, n) => ({ article: `many/${n}`, max: 5, score: 1, slot: 0, votes: 1 })))
      .execute();
    let articles = 0;
    for await (const tally of store.allTallies()) articles += tally.count;
    assert.equal(articles, 2_101);
    assert.match(await output({ name: 'recount' }), /^2100 tallies were wrong/);
    assert.match(await output({ name: 'recount' }), /^Every tally/);
  });
}

describe('upkeep on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-upkeep-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  describeUpkeep(() => Promise.resolve(join(folder, 'votes.db')));
});

withPostgres('upkeep on PostgreSQL', (server) => describeUpkeep(() => server().newDatabase()));
