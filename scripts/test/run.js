// Runs the whole suite, a step after the other, and closes with what failed and "N passed, N failed".
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesEndingIn } from './files.js';

const quick = process.argv.includes('--quick');
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7)
  .split(',');
const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-test-'));
/** @type {import('./count-reporter.js').Counts} */
const total = { passed: 0, failed: 0, skipped: 0, failures: [] };

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {boolean} [counts] whether the command writes its own counts; else it is one check, passed or failed
 * @property {boolean} [quick] whether it belongs to the quick loop
 * @property {Record<string, string>} [environment] what it finds there besides
 * @property {string} [beside] the step with which it begins, as that takes one core only; it is waited for in its turn
 */

const nodeTests = filesEndingIn('test', '.node.test.ts');
/** Tests of whole sites take browsers and minutes, … */
const onSites = (/** @type {string} */ file) => file.startsWith('test/e2e/');
/** … those of what was built, too; everything else in Node takes seconds. */
const onBuild = (/** @type {string} */ file) => /^test\/(build|stories|docs)\//.test(file);
/** Starting the endpoint, databases and PHP again and again takes half a minute. */
const startsProcesses = (/** @type {string} */ file) =>
  /^test\/endpoint\/.*(command|fuzz|upkeep|recipe)\.node/.test(file);
const node = [
  'node',
  '--import',
  'tsx',
  '--test',
  '--test-timeout=300000',
  // None of the quick loop's tests waits for a clock, so that they may share the cores.
  ...(quick ? [`--test-concurrency=${availableParallelism()}`] : []),
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
];
/** @param {string} counts @param {string[]} files */
const nodeTest = (counts, files) => [
  ...node,
  '--test-reporter=./scripts/test/node-count-reporter.js',
  `--test-reporter-destination=${join(folder, counts)}`,
  ...files,
];

/** @type {Step[]} */
const steps = [
  {
    name: 'types',
    command: [
      'npx',
      'tsc',
      '-p',
      'tsconfig.json',
      '--incremental',
      '--tsBuildInfoFile',
      'node_modules/.cache/tsc.json',
    ],
    quick: true,
  },
  { name: 'eslint', command: ['npx', 'eslint', '.', '--cache', '--cache-location', 'node_modules/.cache/eslint/'] },
  { name: 'prettier', command: ['npx', 'prettier', '--check', '--log-level=warn', '--cache', '.'] },
  {
    name: 'stylelint',
    command: ['npx', 'stylelint', 'src/**/*.styles.ts', '{themes,stories,demo,.storybook}/**/*.css'],
  },
  {
    name: 'node',
    command: nodeTest(
      'node',
      nodeTests.filter((file) => !onSites(file) && !onBuild(file) && !(quick && startsProcesses(file))),
    ),
    counts: true,
    quick: true,
  },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'storybook',
    command: ['npx', 'storybook', 'build', '--output-dir', 'storybook-static', '--disable-telemetry', '--quiet'],
  },
  { name: 'soak', command: ['node', 'scripts/soak/run.js', '--pause=1000'], beside: 'types' },
  { name: 'browsers', command: ['npx', 'wtr'], counts: true, quick: true },
  {
    name: 'browsers, with what stands in place of Lit',
    command: ['npx', 'wtr'],
    counts: true,
    environment: { PORTABLE_LIT: '1', BROWSERS: 'chromium' },
  },
  { name: 'e2e', command: nodeTest('e2e', nodeTests.filter(onSites)), counts: true },
  { name: 'built', command: nodeTest('built', nodeTests.filter(onBuild)), counts: true },
];

/** The folders in which something was changed since the last commit: the quick loop runs the browser tests of these. */
function changedFolders() {
  const changes = execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], { encoding: 'utf8' });
  const isBrowserTest = (/** @type {string} */ file) => file.endsWith('.test.ts') && !file.endsWith('.node.test.ts');
  return readdirSync('test').filter(
    (folder) =>
      // The host pages load what was built, and nothing is built here.
      folder !== 'hosts' &&
      new RegExp(`(src|test)/${folder}/`).test(changes) &&
      filesEndingIn(`test/${folder}`, '.ts').some(isBrowserTest),
  );
}

/** @param {Step} step @param {string[]} [folders] whose browser tests the quick loop runs, in one browser */
const environmentOf = (step, folders) => ({
  ...process.env,
  COUNTS_FILE: join(folder, step.name),
  ...step.environment,
  ...(quick && { BROWSERS: process.env['BROWSERS'] ?? 'chromium' }),
  ...(folders && { FOLDERS: folders.join(',') }),
});

const chosen = steps.filter((step) => (!quick || step.quick) && (!only || only.includes(step.name)));

/** What is going on beside the others; what it says is shown in its turn. */
const besides = new Map();

/** @param {Step} step */
function beginBeside(step) {
  const said = join(folder, `${step.name}.txt`);
  const [program = '', ...parameters] = step.command;
  const stdio = /** @type {import('node:child_process').StdioOptions} */ (['ignore', openSync(said, 'w'), 'inherit']);
  const child = spawn(program, parameters, { stdio, env: environmentOf(step) });
  besides.set(step, { said, ended: once(child, 'exit') });
}

for (const step of chosen) {
  const folders = quick && step.name === 'browsers' ? changedFolders() : undefined;
  if (folders?.length === 0) continue;
  for (const other of chosen) if (other.beside === step.name) beginBeside(other);
  console.log(`\n── ${step.name}`);
  const started = Date.now();
  const [program = '', ...parameters] = step.command;
  const env = environmentOf(step, folders);
  const beside = besides.get(step);
  const [status] = beside ? await beside.ended : [spawnSync(program, parameters, { stdio: 'inherit', env }).status];
  if (beside) process.stdout.write(readFileSync(beside.said));
  const result = step.counts
    ? readCounts(join(folder, step.name))
    : { passed: status === 0 ? 1 : 0, failed: 0, skipped: 0, failures: [] };
  // A step that ended badly has failed, whatever it counted.
  if (status !== 0 && result.failed === 0) result.failed = 1;
  if (step.counts && result.passed + result.failed === 0) result.failed = 1;
  if (result.failed > result.failures.length) result.failures.push(`see above (exit code ${status})`);
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  total.failures.push(...result.failures.map((failure) => `${step.name}: ${failure}`));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${result.failed ? 'FAILED' : 'ok'} in ${seconds} s`);
}

/** @param {string} file @returns {import('./count-reporter.js').Counts} */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: [] };
  }
}

// At the end, where whoever scrolls through ten minutes of output looks first.
if (total.failures.length > 0) console.log(`\nFailed:\n${total.failures.map((failure) => `- ${failure}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
