// Breaks the outbox in one way after the other, in a copy, and fails if the tests do not notice: npm run test:mutants.
// --only=word runs the mutants whose name contains the word.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutants } from './mutants.js';

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7) ?? '';
const root = process.cwd();
const copy = mkdtempSync(join(tmpdir(), 'sao-widgets-mutants-'));
for (const name of ['src', 'test', 'scripts', 'package.json', 'tsconfig.json', 'web-test-runner.config.js']) {
  cpSync(join(root, name), join(copy, name), { recursive: true });
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

const tests = readdirSync(join(copy, 'test/votes')).map((file) => join('test/votes', file));
const nodeTests = tests.filter((file) => file.endsWith('.node.test.ts'));
const browserTests = tests.filter((file) => file.endsWith('.test.ts') && !nodeTests.includes(file));

/** @param {'node' | 'browser'} kind @returns {boolean} whether the tests pass */
function testsPass(kind) {
  const [program = '', ...parameters] =
    kind === 'node'
      ? ['node', '--import', 'tsx', '--test', ...nodeTests]
      : ['npx', 'wtr', ...browserTests.flatMap((file) => ['--files', file])];
  const { status } = spawnSync(program, parameters, {
    cwd: copy,
    stdio: 'ignore',
    env: { ...process.env, BROWSERS: 'chromium' },
    timeout: 240_000,
  });
  return status === 0;
}

let survivors = 0;
let caught = 0;
try {
  for (const kind of /** @type {const} */ (['node', 'browser'])) {
    const chosen = mutants.filter(({ name, tests: where = 'node' }) => where === kind && name.includes(only));
    if (chosen.length === 0) continue;
    if (!testsPass(kind)) throw new Error(`The ${kind} tests fail without any mutant.`);
    for (const { name, file, from, to } of chosen) {
      const path = join(copy, 'src/votes', file);
      const source = readFileSync(path, 'utf8');
      if (source.split(from).length !== 2) throw new Error(`"${from}" is not found exactly once in ${file}.`);
      writeFileSync(
        path,
        source.replace(from, () => to),
      );
      const survived = testsPass(kind);
      writeFileSync(path, source);
      if (survived) survivors++;
      else caught++;
      console.log(`${survived ? 'SURVIVED' : 'caught  '}  ${name}`);
    }
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`\n${caught} caught, ${survivors} survived`);
process.exitCode = survivors > 0 || caught === 0 ? 1 : 0;
