import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export interface PostgresServer {
  /** A database of its own, empty. */
  newDatabase: () => Promise<string>;
  stop: () => Promise<void>;
}

/** The folder of PostgreSQL's programs as Debian installs them, the newest; undefined where there is none. */
export function findPostgres(): string | undefined {
  try {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
    return versions[0] && join('/usr/lib/postgresql', versions[0], 'bin');
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
async function otherUser(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

/** Starts a server of this test's own, on loopback, in a folder that is gone afterwards. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-postgres-'));
  const user = await otherUser();
  if (user.uid !== undefined) await run('chown', [String(user.uid), folder]);
  chmodSync(folder, 0o700);
  const files = join(folder, 'files');
  const initialise = ['-D', files, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  await run(join(programs, 'initdb'), initialise, { ...user, cwd: folder });
  const port = await freePort();
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', files, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(server, 'close');
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const url = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  while (!log.includes('ready to accept connections')) {
    const [chunk] = (await Promise.race([once(server.stderr, 'data'), ended])) as unknown[];
    if (typeof chunk !== 'string') throw new Error(`PostgreSQL did not start: ${log}`);
  }
  let databases = 0;
  return {
    async newDatabase() {
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      const name = `votes_${++databases}`;
      await client.query(`create database ${name}`);
      await client.end();
      return url(name);
    },
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
