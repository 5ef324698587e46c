import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it, type TestContext } from 'node:test';
import { openStore } from '../../src/endpoint/store.js';
import { voteBody, type VoteBody } from '../endpoint/backend.js';
import { startCommand } from '../endpoint/command-process.js';
import { postAll } from '../endpoint/voting.js';
import { withPostgres } from '../endpoint/with-postgres.js';

/** How many votes each round would cast if it were not killed; the full course has 5,000. */
const votesARound = Number(process.env.CRASH_VOTES ?? 400);
const rounds = 10;
const connections = 8;
/** The full course is given the time it takes on a busy machine. */
const timeout = 120_000 + rounds * votesARound * 60;

/** Voters change their minds over the rounds, so that votes replace older ones too. */
const voters = Array.from({ length: 100 }, () => randomUUID());
const articles = Array.from({ length: 12 }, (_, number) => `https://news.example/a/${number}`);

function randomVotes(): VoteBody[] {
  const pick = (list: string[]) => list[Math.floor(Math.random() * list.length)] ?? '';
  const start = Date.now();
  return Array.from({ length: votesARound }, (_, second) =>
    voteBody({
      article: pick(articles),
      voter: pick(voters),
      score: Math.ceil(Math.random() * 5),
      castAt: new Date(start + second).toISOString(),
    }),
  );
}

async function killInTheMiddle(database: string, context: TestContext): Promise<void> {
  const answered: number[] = [];
  /** Of each reader and article the latest vote that was answered. */
  const latest = new Map<string, VoteBody>();
  for (let round = 0; round < rounds; round++) {
    const { child, address, ended } = await startCommand(['--database', database, '--rate', '0']);
    const votes = randomVotes();
    // At a random vote, and within it: the other connections are anywhere between sending and answer.
    const last = Math.ceil(Math.random() * votesARound * 0.9);
    const acknowledged = await postAll([address], votes, connections, (soFar) => {
      if (soFar === last) child.kill('SIGKILL');
    });
    assert.equal(await ended, null);
    assert.ok(acknowledged.length >= last && acknowledged.length < votesARound, 'killed in the middle');
    answered.push(acknowledged.length);
    for (const vote of acknowledged) {
      const key = `${vote.voter} ${vote.article}`;
      const before = latest.get(key);
      if (!before || before.castAt < vote.castAt) latest.set(key, vote);
    }
  }
  context.diagnostic(`of ${votesARound} votes each, answered before the kills: ${answered.join(', ')}`);
  const store = await openStore(database);
  const kept = new Map<string, { castAt: string; id: string }>();
  for (const voter of voters) for (const vote of await store.votesOf(voter)) kept.set(`${voter} ${vote.article}`, vote);
  for (const [key, { castAt, id }] of latest) {
    const held = kept.get(key);
    // A later vote may have been kept without its answer getting through.
    assert.ok(held && (held.id === id || held.castAt > castAt), `the vote ${id} was answered and is lost`);
  }
  assert.deepEqual(await store.recount(), [], 'tallies equal the recount');
  await store.close();
}

describe('killed at a random moment, ten times', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-crash-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  it('every answered vote is kept, and tallies are what votes say: SQLite', { timeout }, (context) =>
    killInTheMiddle(join(folder, 'votes.db'), context),
  );
});

withPostgres('killed at a random moment, ten times, on PostgreSQL', (server) => {
  it('every answered vote is kept, and tallies are what votes say', { timeout }, async (context) =>
    killInTheMiddle(await server().newDatabase(), context),
  );
});

withPostgres('two processes on one PostgreSQL', (server) => {
  it('lose no update of 10,000', { timeout: 600_000 }, async () => {
    const database = await server().newDatabase();
    // Started at the same moment: both find an empty database, and both want to make its tables.
    const start = () => startCommand(['--database', database, '--rate', '0']);
    const processes = await Promise.all([start(), start()]);
    const seconds = 5;
    const readers = Array.from({ length: 1_000 }, () => randomUUID());
    const votes = readers.flatMap((voter, reader) =>
      ['a', 'b'].flatMap((article) =>
        Array.from({ length: seconds }, (_, second) =>
          voteBody({
            article,
            voter,
            score: ((reader + second) % 5) + 1,
            castAt: new Date(Date.UTC(2026, 0, 1, 8, 0, second)).toISOString(),
          }),
        ),
      ),
    );
    votes.sort(() => Math.random() - 0.5);
    const addresses = processes.map(({ address }) => address);
    assert.equal((await postAll(addresses, votes, connections)).length, 10_000);
    for (const { child, ended } of processes) {
      child.kill('SIGTERM');
      assert.equal(await ended, 0);
    }
    const store = await openStore(database);
    // Every reader's last vote counts: each score 200 times.
    const histogram = Array<number>(5).fill(200);
    for (const tally of await store.tallies(['a', 'b'])) assert.deepEqual(tally.histogram, histogram);
    assert.deepEqual(await store.recount(), []);
    await store.close();
  });
});
