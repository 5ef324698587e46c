// The benchmarks, side by side with peers: npm run bench [-- part …] [-- --quick]
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describeMachine, printReport, saveReport, writeOverview } from './report.js';

/**
 * @typedef {object} Options
 * @property {boolean} quick one round of everything, to see that it runs
 * @property {(text: string) => void} progress
 */

/** In the order of the report; together below ten minutes on two cores. */
const parts = ['bytes', 'rendering', 'interaction', 'outbox', 'crash-course', 'idle', 'endpoint'];
/** No part may take longer, whatever hangs. */
const patience = 240_000;

const given = process.argv.slice(2);
const quick = given.includes('--quick');
const chosen = given.filter((argument) => !argument.startsWith('--'));
const unknown = given.filter((argument) => argument !== '--quick' && !parts.includes(argument));
if (unknown.length > 0) {
  console.error(
    `Unknown: ${unknown.join(', ')}. Usage: npm run bench [-- part …] [-- --quick]\nParts: ${parts.join(', ')}`,
  );
  process.exit(2);
}

/** @param {string[]} command */
const npm = (...command) => execFileSync('npm', command, { stdio: ['ignore', 'ignore', 'inherit'] });
if (!existsSync('bench/node_modules')) {
  console.error('Installing the peers …');
  npm('ci', '--prefix', 'bench', '--ignore-scripts', '--no-audit', '--no-fund');
}
if (!existsSync('dist/embed/integrity.json')) {
  console.error('Building …');
  npm('run', 'build');
}

const machine = await describeMachine();
const isTerminal = process.stderr.isTTY;
for (const part of parts) {
  if (chosen.length > 0 && !chosen.includes(part)) continue;
  const started = performance.now();
  const progress = (/** @type {string} */ text) => {
    const line = `${part} ${Math.round((performance.now() - started) / 1000)} s: ${text}`;
    process.stderr.write(isTerminal ? `\r\u001b[K${line.slice(0, process.stderr.columns - 1)}` : `${line}\n`);
  };
  /** @type {{ about: string, run: (options: Options) => Promise<import('./report.js').Result> }} */
  const { about, run } = await import(`./parts/${part}.js`);
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done within ${patience / 1000} s.`)), patience);
  });
  try {
    const result = /** @type {import('./report.js').Result} */ (
      await Promise.race([run({ quick, progress }), tooLate])
    );
    if (isTerminal) process.stderr.write('\r\u001b[K');
    const seconds = (performance.now() - started) / 1000;
    const report = { part, about, date: new Date().toISOString().slice(0, 10), machine, quick, seconds, ...result };
    printReport(report);
    await saveReport(report);
  } catch (error) {
    console.error(`\n${part} failed:`, error);
    process.exitCode = 1;
  } finally {
    clearTimeout(timer);
  }
}
await writeOverview(parts);
// A part that was given up may still hold a browser or a server.
process.exit();
