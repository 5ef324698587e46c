import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const command = resolve('dist/endpoint/command.js');

/** A folder of the package's own, so that an example may import the package by its name. */
function exampleFolder(): string {
  mkdirSync('.data', { recursive: true });
  return mkdtempSync('.data/example-');
}

/** Runs what a guide tells to type: our commands for real; of npm's, those that are this suite itself only exist. */
export async function runShell(code: string): Promise<void> {
  const lines = code.replaceAll('\\\n', ' ').split('\n');
  const commands = lines.flatMap((line) => line.replace(/(^|\s)#.*/, '').split('&&'));
  for (const words of commands.map((text) => text.trim().split(/\s+/)).filter(([first]) => first)) {
    const [program, ...parameters] = words;
    if (program === 'npm') assertNpmCommand(parameters);
    else if (program === 'npx' && parameters.includes('sao-vote-endpoint')) {
      await startAndStop(parameters.slice(parameters.indexOf('sao-vote-endpoint') + 1));
    } else assert.fail(`No test knows how to run "${words.join(' ')}".`);
  }
}

function assertNpmCommand([verb = '', name = '']: string[]): void {
  if (['ci', 'install', 'i'].includes(verb)) return;
  const script = verb === 'run' ? name : verb;
  assert.ok(script in scripts, `package.json has no script "${script}"`);
}

/** The endpoint says where it is, answers there, and ends when told to. */
async function startAndStop(parameters: string[]): Promise<void> {
  const folder = exampleFolder();
  const child = spawn('node', [command, ...parameters], {
    cwd: folder,
    env: { ...process.env, PORT: '0', LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+(?=\/votes)/.exec(line)?.[0];
    if (!address) continue;
    const { ok } = await fetch(`${address}/healthz`);
    assert.ok(ok, 'it answers');
    child.kill('SIGTERM');
  }
  const [status] = (await exit) as [number | null];
  rmSync(folder, { recursive: true });
  assert.equal(status, 0);
}

/** What the examples for servers take from the application they stand in. */
const application = `
  const sessionOf = async () => ({ reader: 'a reader' });
  const turnstileSaysHuman = async () => true;
  const request = new Request('https://votes.example/votes?article=16');
  const incoming = { socket: { remoteAddress: '127.0.0.1' } };
  const platform = { requestIP: () => ({ address: '127.0.0.1' }) };
  let response;
  const serve = async (handler) => (response = handler(request, platform));
  globalThis.Deno = { serve };
  globalThis.Bun = { serve: ({ fetch }) => serve(fetch) };
`;

/** Runs an example for a server in Node; whatever it answers must be an answer. */
export function runInNode(code: string): void {
  const folder = exampleFolder();
  const file = join(folder, 'example.mjs');
  const started = code
    .replace("'npm:sao-widgets", "'sao-widgets")
    .replace('export default', 'const worker =')
    .replace('const response =', 'response =');
  writeFileSync(
    file,
    `${application}\n${started}
    if (typeof worker !== 'undefined') {
      const environment = { DATABASE: { connectionString: 'worker.db' }, VOTE_SECRET: 'secret' };
      const answer = await worker.fetch(request, environment, { waitUntil: (promise) => promise });
      if (answer.status !== 200) throw new Error('The worker answered ' + answer.status);
    }
    const { status = 200 } = (await response) ?? {};
    if (status !== 200) throw new Error('It answered ' + status);
    setImmediate(() => process.exit(0));`,
  );
  try {
    execFileSync('node', ['example.mjs'], {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: 'votes.db', VOTE_SECRET: 'secret' },
      stdio: 'pipe',
      timeout: 30_000,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
