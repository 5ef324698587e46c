// How many votes a second the endpoint keeps, and how long one takes, on SQLite and PostgreSQL, as the stored votes grow;
// beside the floor: the one statement that keeps a vote, on the bare driver.
// node --import tsx scripts/bench/endpoint.js [seconds a measurement] [stored votes…]
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import pg from 'pg';
import { openStore } from '../../src/endpoint/store.js';
import { startCommand } from '../../test/endpoint/command-process.js';
import { findPostgres, startPostgres } from '../../test/endpoint/postgres-server.js';

const [seconds = 3, ...given] = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [10, 10_000, 1_000_000];
const connections = 8;
const columns = '(voter, article, id, score, max, cast_at, latest_claim)';
const conflict = `on conflict (voter, article) do update set id = excluded.id, score = excluded.score,
  cast_at = excluded.cast_at where excluded.cast_at > sao_vote.cast_at returning *`;

const newVote = () => ({
  id: randomUUID(),
  article: `https://news.example/a/${Math.floor(Math.random() * 100)}`,
  voter: randomUUID(),
  score: Math.ceil(Math.random() * 5),
  max: 5,
  castAt: Date.now(),
});
const values = ({ voter, article, id, score, max, castAt } = newVote()) => [
  voter,
  article,
  id,
  score,
  max,
  castAt,
  castAt,
];

/** Casts one vote after the other on each connection until the time is up. @param {() => Promise<unknown>} cast */
async function measure(cast) {
  const end = performance.now() + seconds * 1000;
  /** @type {number[]} */
  const times = [];
  const one = async () => {
    while (performance.now() < end) {
      const started = performance.now();
      await cast();
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  times.sort((a, b) => a - b);
  const percentile = (/** @type {number} */ share) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  return { 'votes/s': Math.round(times.length / seconds), 'p50 ms': percentile(0.5), 'p99 ms': percentile(0.99) };
}

/**
 * @typedef {object} Bare
 * @property {() => Promise<unknown>} cast one statement, durable when it resolves
 * @property {(size: number) => Promise<void>} fill stores so many votes
 * @property {() => Promise<void>} close
 */

/** @param {string} file @returns {Bare} */
function bareSqlite(file) {
  const database = new Database(file);
  database.pragma('busy_timeout = 5000');
  database.pragma('synchronous = FULL');
  const statement = database.prepare(`insert into sao_vote ${columns} values (?, ?, ?, ?, ?, ?, ?) ${conflict}`);
  return {
    cast: () => Promise.resolve(statement.get(...values())),
    fill: (size) =>
      Promise.resolve(
        void database.exec(`with recursive n(n) as (select 1 union all select n + 1 from n where n < ${size})
          insert into sao_vote ${columns} select hex(randomblob(16)), 'stored/' || (n % 1000), n, 1 + n % 5, 5, n, n from n`),
      ),
    close: () => Promise.resolve(void database.close()),
  };
}

/** @param {string} url @returns {Bare} */
function barePostgres(url) {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const text = `insert into sao_vote ${columns} values ($1, $2, $3, $4, $5, $6, $7) ${conflict}`;
  return {
    cast: () => pool.query({ name: 'cast', text, values: values() }),
    async fill(size) {
      await pool.query(`insert into sao_vote ${columns}
        select gen_random_uuid(), 'stored/' || (n % 1000), n, 1 + n % 5, 5, n, n from generate_series(1, ${size}) n`);
    },
    close: () => pool.end(),
  };
}

/** @param {string} name @param {() => Promise<string>} newDatabase @param {(database: string) => Bare} openBare */
async function bench(name, newDatabase, openBare) {
  for (const size of sizes) {
    const database = await newDatabase();
    const store = await openStore(database);
    const bare = openBare(database);
    await bare.fill(size);
    await store.recount();
    const { address, child, ended } = await startCommand(['--database', database, '--rate', '0']);
    const post = async () => {
      const { castAt, ...vote } = newVote();
      const body = JSON.stringify({ ...vote, castAt: new Date(castAt).toISOString() });
      const response = await fetch(`${address}/votes`, { method: 'POST', body });
      if (!response.ok) throw new Error(await response.text());
      await response.arrayBuffer();
    };
    await post();
    console.log(`\n${name}, ${size.toLocaleString('en')} stored votes, ${connections} at once`);
    console.table({
      'floor: one statement, bare driver': await measure(bare.cast),
      'vote and tally in a transaction': await measure(() => store.record(newVote(), Date.now())),
      'the command, by HTTP': await measure(post),
    });
    child.kill('SIGTERM');
    await ended;
    await bare.close();
    await store.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-bench-'));
await bench('SQLite', () => Promise.resolve(join(folder, `${randomUUID()}.db`)), bareSqlite);
rmSync(folder, { recursive: true });
const programs = findPostgres();
if (programs) {
  const server = await startPostgres(programs);
  await bench('PostgreSQL', server.newDatabase, barePostgres);
  await server.stop();
} else console.log('\nPostgreSQL is not installed: not measured.');
