import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The demo of `npm start` on free ports and with a database of its own, already built. */
export async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-demo-'));
  const database = join(folder, 'votes.db');
  const port = await freePortPair();
  const child = spawn('node', ['demo/start.js'], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('Ctrl-C')) break;
  child.stdout.resume();
  return {
    news: `http://localhost:${port}`,
    partner: `http://localhost:${port + 1}`,
    port,
    database,
    process: child,
    async stop(): Promise<number | null> {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

async function freePortPair(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (await isFree(port + 1)) return port;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const outcome = Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]);
  server.listen(port);
  const free = await outcome;
  if (free) {
    server.close();
    await once(server, 'close');
  }
  return free;
}
