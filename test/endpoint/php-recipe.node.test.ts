import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { StartBackend } from './backend.js';
import { describeWireProtocol } from './wire-protocol.js';

const modules = spawnSync('php', ['-m'], { encoding: 'utf8' });
const installed = modules.status === 0 && modules.stdout.includes('pdo_sqlite');

describe('the PHP recipe', () => {
  if (!installed) {
    it('passes the protocol tests', { skip: 'PHP with PDO and SQLite is not installed' }, () => undefined);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-php-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const start: StartBackend = async () => {
    const server = spawn('php', ['-S', '127.0.0.1:0', 'docs/endpoint/votes.php'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // Its workers are processes too: a group of its own ends as a whole.
      detached: true,
      env: { PATH: process.env.PATH, VOTES_DSN: `sqlite:${join(folder, 'votes.db')}`, PHP_CLI_SERVER_WORKERS: '4' },
    });
    const ended = once(server, 'close');
    let log = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    let address: string | undefined;
    while (!address) {
      const failed = ended.then(() => Promise.reject(new Error(`PHP did not start: ${log}`)));
      await Promise.race([once(server.stderr, 'data'), failed]);
      address = /\((http:\/\/[\d.:]+)\) started/.exec(log)?.[1];
    }
    return {
      send: (path, init) => fetch(`${address}${path}`, init),
      async stop() {
        if (server.pid) process.kill(-server.pid, 'SIGTERM');
        await ended;
      },
    };
  };
  describeWireProtocol('docs/endpoint/votes.php', start);
});
