// The floor of the endpoint: the one statement that keeps a vote, on the bare driver.
import { randomUUID } from 'node:crypto';
import Database from 'libsql';
import pg from 'pg';

export const connections = 8;
const columns = '(voter, article, id, score, max, cast_at, latest_claim)';
const conflict = `on conflict (voter, article) do update set id = excluded.id, score = excluded.score,
  cast_at = excluded.cast_at where excluded.cast_at > sao_vote.cast_at returning *`;

export const newVote = () => ({
  id: randomUUID(),
  article: `https://news.example/a/${Math.floor(Math.random() * 100)}`,
  voter: randomUUID(),
  score: Math.ceil(Math.random() * 5),
  max: 5,
  castAt: Date.now(),
});

function newRow() {
  const { voter, article, id, score, max, castAt } = newVote();
  return [voter, article, id, score, max, castAt, castAt];
}

/**
 * @typedef {object} Bare
 * @property {() => Promise<unknown>} cast one statement, durable when it resolves
 * @property {(size: number) => Promise<void>} fill stores so many votes
 * @property {() => Promise<void>} close
 */

/** @param {string} file @returns {Bare} */
export function bareSqlite(file) {
  const database = new Database(file);
  database.pragma('busy_timeout = 5000');
  database.pragma('synchronous = FULL');
  const statement = database.prepare(`insert into sao_vote ${columns} values (?, ?, ?, ?, ?, ?, ?) ${conflict}`);
  return {
    cast: () => Promise.resolve(statement.get(...newRow())),
    fill: (size) =>
      Promise.resolve(
        void database.exec(`with recursive n(n) as (select 1 union all select n + 1 from n where n < ${size})
          insert into sao_vote ${columns} select hex(randomblob(16)), 'stored/' || (n % 1000), n, 1 + n % 5, 5, n, n from n`),
      ),
    close: () => Promise.resolve(void database.close()),
  };
}

/** @param {string} url @returns {Bare} */
export function barePostgres(url) {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // The server may end before the last connection has closed.
  pool.on('error', () => undefined);
  const text = `insert into sao_vote ${columns} values ($1, $2, $3, $4, $5, $6, $7) ${conflict}`;
  return {
    cast: () => pool.query({ name: 'cast', text, values: newRow() }),
    async fill(size) {
      await pool.query(`insert into sao_vote ${columns}
        select gen_random_uuid(), 'stored/' || (n % 1000), n, 1 + n % 5, 5, n, n from generate_series(1, ${size}) n`);
    },
    close: () => pool.end(),
  };
}
