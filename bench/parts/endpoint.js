// How many votes a second the endpoint keeps, and how long one takes, as the stored votes grow.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/endpoint/store.js';
import { startCommand } from '../../test/endpoint/command-process.js';
import { findPostgres, startPostgres } from '../../test/endpoint/postgres-server.js';
import { percentile } from '../statistics.js';
import { barePostgres, bareSqlite, connections, newVote } from '../subjects/databases.js';

export const about = `${connections} connections, each casting one vote after the other, with 10 to 1,000,000 votes stored before. The floor is the one statement that keeps a vote, on the bare driver; then vote and tally in one transaction, as the endpoint keeps them; then the command, asked by HTTP from the same machine.`;

/** @param {number} size */
const stored = (size) => `${size.toLocaleString('en')} stored`;

/** Casts on each connection until the time is up. @param {number} seconds @param {() => Promise<unknown>} cast */
async function measure(seconds, cast) {
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
  return times;
}

/** @param {string} address */
const poster = (address) => async () => {
  const { castAt, ...vote } = newVote();
  const body = JSON.stringify({ ...vote, castAt: new Date(castAt).toISOString() });
  const response = await fetch(`${address}/votes`, { method: 'POST', body });
  if (!response.ok) throw new Error(await response.text());
  await response.arrayBuffer();
};

/**
 * @typedef {object} Plan
 * @property {string} name of the database's kind
 * @property {() => Promise<string>} newDatabase
 * @property {(database: string) => import('../subjects/databases.js').Bare} openBare
 * @property {number[]} sizes
 * @property {number} seconds
 */

/** @param {Plan} plan @param {import('../statistics.js').Figure[]} figures @param {(text: string) => void} progress */
async function measureDatabase({ name, newDatabase, openBare, sizes, seconds }, figures, progress) {
  for (const size of sizes) {
    progress(`${name}, filling to ${size}`);
    const database = await newDatabase();
    const store = await openStore(database);
    const bare = openBare(database);
    await bare.fill(size);
    await store.recount();
    const { address, child, ended } = await startCommand(['--database', database, '--rate', '0']);
    const post = poster(address);
    await post();
    const subjects = [
      { subject: `${name}: floor`, kind: /** @type {const} */ ('floor'), cast: bare.cast },
      {
        subject: `${name}: vote and tally`,
        kind: /** @type {const} */ ('ours'),
        cast: () => store.record(newVote(), Date.now()),
      },
      { subject: `${name}: the command, by HTTP`, kind: /** @type {const} */ ('ours'), cast: post },
    ];
    for (const { cast, ...subject } of subjects) {
      progress(`${subject.subject}, ${stored(size)}`);
      const times = await measure(seconds, cast);
      const rate = times.length / seconds;
      figures.push({
        ...subject,
        measure: `votes per second, ${stored(size)}`,
        unit: '1/s',
        median: rate,
        low: rate,
        high: rate,
        count: 1,
      });
      // Of the many, the hundredth slowest says more than the tenth.
      const median = percentile(times, 0.5);
      figures.push({
        ...subject,
        measure: `one vote, ${stored(size)}`,
        unit: 'ms, median – p99',
        median,
        low: median,
        high: percentile(times, 0.99),
        count: times.length,
      });
    }
    child.kill('SIGTERM');
    await ended;
    await bare.close();
    await store.close();
  }
}

/** @param {import('../run.js').Options} options @returns {Promise<import('../report.js').Result>} */
export async function run({ quick, progress }) {
  /** @type {import('../statistics.js').Figure[]} */
  const figures = [];
  const notes = [];
  const extent = { sizes: quick ? [10] : [10, 10_000, 1_000_000], seconds: quick ? 0.5 : 2 };
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-bench-'));
  const newDatabase = () => Promise.resolve(join(folder, `${randomUUID()}.db`));
  try {
    await measureDatabase({ name: 'SQLite', newDatabase, openBare: bareSqlite, ...extent }, figures, progress);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const programs = findPostgres();
  if (programs) {
    const server = await startPostgres(programs);
    try {
      await measureDatabase(
        { name: 'PostgreSQL', newDatabase: server.newDatabase, openBare: barePostgres, ...extent },
        figures,
        progress,
      );
    } finally {
      await server.stop();
    }
  } else notes.push('PostgreSQL is not installed: not measured.');
  return { figures, targets: [], notes, drawn: extent.sizes.map((size) => `votes per second, ${stored(size)}`) };
}
