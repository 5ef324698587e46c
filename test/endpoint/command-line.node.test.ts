import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCommandLine } from '../../src/endpoint/command-line.js';
import { usage } from '../../src/endpoint/usage.js';

describe('the command line', () => {
  it('has a default for everything', () => {
    assert.deepEqual(readCommandLine([], {}), {
      task: 'serve',
      endpoint: {
        database: 'votes.db',
        allowOrigins: undefined,
        secret: [],
        rate: 60,
        articleRate: 0,
        trustProxy: 0,
      },
      port: 8787,
      host: undefined,
      log: 'info',
    });
  });

  it('is the environment where a flag is not given', () => {
    const environment = {
      PORT: '80',
      HOST: '::1',
      DATABASE_URL: 'postgres://localhost/votes',
      ALLOW_ORIGINS: 'https://a.example https://b.example',
      VOTE_SECRET: 'new',
      VOTE_SECRET_PREVIOUS: 'old',
      RATE: '0',
      ARTICLE_RATE: '500',
      TRUST_PROXY: 'true',
      LOG: 'silent',
    };
    const given = readCommandLine([], environment);
    assert.deepEqual(given.endpoint, {
      database: 'postgres://localhost/votes',
      allowOrigins: 'https://a.example https://b.example',
      secret: ['new', 'old'],
      rate: 0,
      articleRate: 500,
      trustProxy: 1,
    });
    assert.deepEqual([given.port, given.host, given.log], [80, '::1', 'silent']);
    const flags = ['--port=81', '--secret', 'a', '--secret', 'b', '--allow-origin', 'https://c.example', '--rate', '9'];
    const both = readCommandLine(flags, environment);
    assert.equal(both.port, 81);
    assert.deepEqual(both.endpoint.secret, ['a', 'b']);
    assert.deepEqual(both.endpoint.allowOrigins, ['https://c.example']);
    assert.equal(both.endpoint.rate, 9);
  });

  it('takes empty variables, as container tools write them, for none', () => {
    const { port, endpoint } = readCommandLine([], { PORT: '', ALLOW_ORIGINS: ' ', VOTE_SECRET: '', TRUST_PROXY: '' });
    assert.equal(port, 8787);
    assert.deepEqual([endpoint.allowOrigins, endpoint.secret, endpoint.trustProxy], [undefined, [], 0]);
  });

  it('takes a secret as it is, spaces too: whoever signs with it does', () => {
    assert.deepEqual(readCommandLine([], { VOTE_SECRET: ' a b ' }).endpoint.secret, [' a b ']);
  });

  for (const [args, environment, proxies] of [
    [[], {}, 0],
    [['--trust-proxy'], {}, 1],
    [['--trust-proxy', '--trust-proxy'], {}, 2],
    [['--trust-proxy'], { TRUST_PROXY: '3' }, 1],
    [[], { TRUST_PROXY: '3' }, 3],
    [[], { TRUST_PROXY: 'yes' }, 1],
    [[], { TRUST_PROXY: '0' }, 0],
    [[], { TRUST_PROXY: 'off' }, 0],
  ] as const)
    it(`trusts ${proxies} proxies after ${JSON.stringify([args, environment])}`, () =>
      assert.equal(readCommandLine([...args], environment).endpoint.trustProxy, proxies));

  for (const [args, task] of [
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['--version'], 'version'],
    [['--recount'], { name: 'recount' }],
    [['--export', 'csv'], { name: 'export', format: 'csv' }],
    [['--export-voter', 'ann'], { name: 'export-voter', voter: 'ann' }],
    [['--erase', 'ann'], { name: 'erase', voter: 'ann' }],
  ] as const)
    it(`can be ${args.join(' ')}`, () => assert.deepEqual(readCommandLine([...args], {}).task, task));

  for (const [args, environment, words] of [
    [['--prot', '8080'], {}, /--prot/],
    [['8080'], {}, /8080/],
    [['--port', 'http'], {}, /--port http: must be a whole number/],
    [['--port', '70000'], {}, /0 to 65535/],
    [['--port'], {}, /--port/],
    [['--rate', '-1'], {}, /--rate/],
    [['--rate', '1.5'], {}, /--rate 1\.5/],
    [['--log', 'all'], {}, /--log all: must be info, warn, error, silent/],
    [['--export', 'xml'], {}, /csv, json/],
    [['--recount', '--erase', 'x'], {}, /one at a time/],
    [[], { PORT: '80a' }, /80a/],
    [[], { TRUST_PROXY: 'perhaps' }, /TRUST_PROXY=perhaps/],
  ] as const)
    it(`refuses ${[...args, ...Object.entries(environment).flat()].join(' ')}, and says why`, () => {
      assert.throws(() => readCommandLine([...args], environment), { name: 'OptionError', message: words });
    });

  it('is explained to its last flag', () => {
    for (const flag of 'port host database allow-origin secret rate article-rate trust-proxy log'.split(' '))
      assert.match(usage, new RegExp(`^  --${flag} `, 'm'));
    for (const task of ['recount', 'export', 'export-voter', 'erase', 'help', 'version'])
      assert.match(usage, new RegExp(`--${task}\\b`));
    for (const line of usage.split('\n')) assert.ok(line.length <= 110);
  });
});
