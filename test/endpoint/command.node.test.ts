import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'libsql';
import { articleToken } from '../../src/endpoint.js';
import { freshArticle, postVote, readJson, voteBody } from './backend.js';
import { runCommand, startCommand, type RunningCommand } from './command-process.js';
import { httpBackend } from './voting.js';

const backendAt = (address: string) => ({ ...httpBackend(address), stop: () => Promise.resolve() });

const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-command-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const newFile = () => join(folder, `${randomUUID()}.db`);

async function outcome(args: string[], environment?: Record<string, string>, program?: string) {
  const command = runCommand(args, environment, program);
  const code = await command.ended;
  return { code, printed: command.printed(), complained: command.complained() };
}

describe('the command, started', () => {
  let command: RunningCommand;
  const database = newFile();
  before(async () => {
    command = await startCommand(['--database', database, '--log', 'info']);
  });

  it('says where it is, and warns that any origin may vote', async () => {
    assert.match(command.printed(), /^Votes are at http:\/\/127\.0\.0\.1:\d+\/votes\n$/);
    while (!command.complained().includes('\n')) await once(command.child.stderr, 'data');
    assert.match(command.complained(), /any origin may vote.*--allow-origin/i);
  });

  it('writes ahead, so that readers never wait', async () => {
    assert.equal((await postVote(backendAt(command.address), voteBody({ article: freshArticle() }))).status, 200);
    const file = new Database(database);
    assert.deepEqual(file.pragma('journal_mode'), [{ journal_mode: 'wal' }]);
    file.close();
  });

  it('counts its answers for Prometheus', async () => {
    await fetch(`${command.address}/votes?article=a`);
    const response = await fetch(`${command.address}/metrics`);
    assert.match(response.headers.get('Content-Type') ?? '', /^text\/plain; version=0\.0\.4/);
    const metrics = await response.text();
    assert.match(metrics, /^sao_answers_total\{method="POST",route="\/votes",status="200"\} 1$/m);
    assert.match(metrics, /^sao_answers_total\{method="GET",route="\/votes",status="200"\} 1$/m);
    assert.match(metrics, /^sao_answer_seconds_bucket\{le="0\.25",method="POST",route="\/votes"\} 1$/m);
    assert.match(metrics, /^process_resident_memory_bytes \d+$/m);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal((await fetch(`${command.address}/metrics`, { method: 'HEAD' })).status, 200);
    const posted = await fetch(`${command.address}/metrics`, { method: 'POST' });
    assert.deepEqual([posted.status, posted.headers.get('Allow')], [405, 'GET, HEAD']);
  });

  it('logs lines of JSON with nothing of the reader in them', async () => {
    const body = voteBody({ article: freshArticle() });
    const before = command.complained().length;
    await postVote(backendAt(command.address), body);
    while (!command.complained().slice(before).includes('"status":200')) await once(command.child.stderr, 'data');
    const log = command.complained().slice(before);
    const line = JSON.parse(log.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
    assert.deepEqual([line.method, line.route, line.status], ['POST', '/votes', 200]);
    for (const personal of [body.voter, body.article, body.id, '127.0.0.1']) assert.ok(!log.includes(personal));
  });

  it('refuses a body that never ends, however it is announced', async () => {
    for (const headers of [{ 'Transfer-Encoding': 'chunked' }, { 'Content-Length': '100000000' }]) {
      const sending = request(`${command.address}/votes`, { method: 'POST', headers });
      sending.on('error', () => undefined);
      sending.write('x'.repeat(100_000));
      const [response] = (await once(sending, 'response')) as [{ statusCode: number; headers: Record<string, string> }];
      assert.equal(response.statusCode, 413);
      assert.equal(response.headers['access-control-allow-origin'], '*');
      sending.destroy();
    }
  });

  /** Sends these bytes, and resolves with what comes back until the connection ends. */
  async function sendRaw(text: string): Promise<string> {
    const { hostname, port } = new URL(command.address);
    const socket = connect(Number(port), hostname).setEncoding('utf8');
    socket.on('error', () => undefined);
    let answer = '';
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.write(text);
    await once(socket, 'close');
    return answer;
  }

  for (const [words, sent, status] of [
    ['a line that is no header', 'GET /votes HTTP/1.1\r\nno header\r\n\r\n', 400],
    ['a header too long', `GET /votes?article=${'a'.repeat(700_000)} HTTP/1.1\r\n\r\n`, 431],
    ['two lengths', 'POST /votes HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}', 400],
    ['a host that is none', 'GET /votes HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['no path', 'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['an expectation', 'POST /votes HTTP/1.1\r\nHost: x\r\nExpect: cake\r\nConnection: close\r\n\r\n', 417],
  ] as const)
    it(`answers a request with ${words} in words that a page can read`, async () => {
      const answer = await sendRaw(sent);
      assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `));
      assert.match(answer, /\r\nAccess-Control-Allow-Origin: \*\r\n/i);
      assert.match(answer, /\r\nContent-Type: application\/problem\+json\r\n/i);
      assert.match(answer, new RegExp(`"status":${status},"detail":"\\w`));
    });

  it('answers a health check that names no host, as HTTP/1.0 may', async () => {
    assert.match(await sendRaw('GET /healthz HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 200 /);
  });

  it('answers for a hundred articles with the longest names there are', async () => {
    const longest = (number: number) => '💬'.repeat(497) + String(number).padStart(3, '0');
    const query = new URLSearchParams(Array.from({ length: 100 }, (_, number) => ['article', longest(number)]));
    const response = await fetch(`${command.address}/votes?${query}`);
    assert.equal((await readJson<{ tallies: unknown[] }>(response)).tallies.length, 100);
  });

  it('says so when its port is taken', async () => {
    const { code, complained } = await outcome(['--database', newFile(), '--port', new URL(command.address).port]);
    assert.equal(code, 1);
    assert.match(complained, /Port \d+ is taken/);
  });

  it('stops when it is told to, after it has answered what is under way', async () => {
    const body = JSON.stringify(voteBody({ article: freshArticle() }));
    const sending = request(`${command.address}/votes`, {
      method: 'POST',
      headers: { 'Content-Length': body.length, Expect: '100-continue' },
    });
    await once(sending, 'continue');
    sending.write(body.slice(0, 20));
    command.child.kill('SIGTERM');
    await assertClosed(command.address);
    sending.end(body.slice(20));
    const [response] = (await once(sending, 'response')) as [{ statusCode: number; resume: () => void }];
    response.resume();
    assert.equal(response.statusCode, 200);
    assert.equal(await command.ended, 0);
  });

  async function assertClosed(address: string): Promise<void> {
    const { hostname, port } = new URL(address);
    for (;;) {
      const socket = connect(Number(port), hostname);
      const refused = await Promise.race([
        once(socket, 'connect').then(() => false),
        once(socket, 'error').then(() => true),
      ]).catch(() => true);
      socket.destroy();
      if (refused) return;
    }
  }
});

describe('the command', () => {
  it('takes everything from the environment, flags winning', async () => {
    const { address, child, ended, complained } = await startCommand(['--rate', '0'], {
      DATABASE_URL: newFile(),
      ALLOW_ORIGINS: 'https://a.example https://b.example',
      VOTE_SECRET: 'new one',
      VOTE_SECRET_PREVIOUS: 'old one',
      RATE: '1',
      TRUST_PROXY: '1',
    });
    const vote = async (origin: string, secret: string) => {
      const article = freshArticle();
      const token = await articleToken(secret, article);
      return (await postVote(backendAt(address), voteBody({ article, token }), { Origin: origin })).status;
    };
    assert.equal(await vote('https://a.example', 'new one'), 200);
    assert.equal(await vote('https://b.example', 'old one'), 200);
    assert.equal(await vote('https://c.example', 'new one'), 403);
    assert.equal(await vote('https://a.example', 'no one'), 403);
    assert.equal(complained(), '');
    child.kill('SIGINT');
    assert.equal(await ended, 0);
  });

  for (const origins of ['', '*'])
    it(`warns that any origin may vote when the one given is "${origins}"`, async () => {
      const { child, ended, complained } = await startCommand(['--database', newFile(), '--allow-origin', origins]);
      child.kill('SIGTERM');
      assert.equal(await ended, 0);
      assert.match(complained(), /any origin may vote/);
    });

  it('explains itself', async () => {
    const { code, printed } = await outcome(['--help']);
    assert.equal(code, 0);
    for (const flag of ['--port', '--database', '--allow-origin', '--secret', '--rate', '--trust-proxy', '--recount'])
      assert.ok(printed.includes(flag));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.deepEqual(await outcome(['--version']), { code: 0, printed: `${version}\n`, complained: '' });
  });

  it('does not start with what it does not understand, and says why', async () => {
    const unknown = await outcome(['--prot', '8080']);
    assert.deepEqual([unknown.code, unknown.printed], [2, '']);
    assert.match(unknown.complained, /--prot[^]*--help/);
    const origin = await outcome(['--allow-origin', 'partner.example']);
    assert.deepEqual([origin.code, origin.printed], [2, '']);
    assert.match(origin.complained, /"partner\.example" is no origin[^]*--help/);
  });

  it('says which of its packages is not installed', async () => {
    const bare = join(folder, 'bare');
    cpSync('src', join(bare, 'src'), { recursive: true });
    cpSync('package.json', join(bare, 'package.json'));
    const { code, complained } = await outcome([], {}, join(bare, 'src/endpoint/command.ts'));
    assert.deepEqual([code, complained.split('\n').length], [1, 2]);
    assert.match(complained, /Cannot find package '[\w-]+'\. .*optional/);
  });

  it('does not start without its database, and says why', async () => {
    const missing = await outcome(['--database', join(folder, 'missing', 'votes.db')]);
    assert.equal(missing.code, 1);
    assert.match(missing.complained, /votes\.db cannot be opened. Does its folder exist/);
    const text = join(folder, 'text.db');
    writeFileSync(text, 'This is text, and longer than the header of a database.');
    const junk = await outcome(['--database', text]);
    assert.deepEqual([junk.code, junk.printed], [1, '']);
    assert.match(junk.complained, /text\.db cannot be used: file is not a database/);
    const password = 'secret-password';
    const address = await outcome(['--database', `postgres://user:${password}#@127.0.0.1/votes`]);
    assert.equal(address.code, 2);
    assert.match(address.complained, /no valid URL/);
    assert.ok(!address.complained.includes(password));
    const away = await outcome(['--database', `postgres://user:${password}@127.0.0.1:1/votes`]);
    assert.equal(away.code, 1);
    assert.match(away.complained, /ECONNREFUSED/);
    assert.ok(!away.complained.includes(password));
  });

  it('leaves the database of a newer version alone', async () => {
    const path = newFile();
    assert.equal((await outcome(['--database', path, '--recount'])).code, 0);
    const file = new Database(path);
    file.prepare('insert into sao_migration (name, timestamp) values (?, ?)').run('0999-moons', 'later');
    file.close();
    const { code, complained } = await outcome(['--database', path]);
    assert.equal(code, 1);
    assert.match(complained, /newer version.*0999-moons/);
  });
});

describe('the command behind a proxy that it was not told of', () => {
  it('says once that all readers count as one client', async () => {
    const warning = /X-Forwarded-For.*--trust-proxy/g;
    const vote = voteBody({ article: freshArticle() });
    const warnings = async (args: string[]) => {
      const { address, child, ended, complained } = await startCommand(['--database', newFile(), ...args]);
      for (const client of ['192.0.2.1', '192.0.2.2'])
        assert.equal((await postVote(backendAt(address), vote, { 'X-Forwarded-For': client })).status, 200);
      child.kill('SIGTERM');
      assert.equal(await ended, 0);
      return complained().match(warning)?.length ?? 0;
    };
    assert.equal(await warnings([]), 1);
    assert.equal(await warnings(['--trust-proxy']), 0);
    assert.equal(await warnings(['--rate', '0']), 0);
  });
});

describe('the command, instead of serving', () => {
  it('ends quietly when nobody reads on', async () => {
    const database = newFile();
    await outcome(['--database', database, '--recount']);
    const file = new Database(database);
    const insert = file.prepare('insert into sao_tally (article, max, score, slot, votes) values (?, 5, 1, 0, 1)');
    file.exec('begin');
    for (let number = 0; number < 20_000; number++) insert.run(String(number).padEnd(100, 'a'));
    file.exec('commit');
    file.close();
    const { child, ended, complained } = runCommand(['--database', database, '--export', 'csv']);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    assert.deepEqual([await ended, complained()], [0, '']);
  });

  it('makes its tables once, however many start together', async () => {
    const database = newFile();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcome(['--database', database, '--recount'])));
    for (const { code, complained } of outcomes) assert.deepEqual([code, complained], [0, '']);
  });

  it('prints tallies, and ends', async () => {
    const database = newFile();
    const { address, child, ended } = await startCommand(['--database', database]);
    await postVote(backendAt(address), voteBody({ article: 'a', score: 3 }));
    child.kill('SIGTERM');
    await ended;
    const { code, printed, complained } = await outcome(['--database', database, '--export', 'json']);
    assert.deepEqual([code, complained], [0, '']);
    assert.deepEqual(JSON.parse(printed), [{ article: 'a', sum: 3, count: 1, histogram: [0, 0, 1, 0, 0] }]);
  });
});
