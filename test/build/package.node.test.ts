import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { publint } from 'publint';
import { beyond, limits, measureSizes } from '../../scripts/build/sizes.js';

const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { types: string; default: string }>;
};

suite('the package', () => {
  test('publint finds nothing to say', async () => {
    const { messages } = await publint({ pkgDir: '.', strict: true });
    assert.deepEqual(messages, []);
  });

  test('its types resolve as its modules do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-package-'));
    try {
      // Without its scripts: they build anew what other tests are using.
      execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { stdio: 'pipe' });
      const [file = ''] = readdirSync(folder);
      execFileSync('npx', ['attw', join(folder, file), '--profile', 'esm-only', '--quiet'], { stdio: 'pipe' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const names = Object.keys(packageJson.exports).filter((name) => !/[*]|json$/.test(name));
  const locales = readdirSync('dist/locales').filter((file) => file.endsWith('.js'));
  for (const name of [...names, ...locales.map((file) => `./locales/${file}`)]) {
    test(`${name} can be imported by Node, for pages made on a server`, () => {
      const specifier = `sao-widgets${name.slice(1)}`;
      execFileSync('node', ['--input-type=module', '--eval', `await import(${JSON.stringify(specifier)})`], {
        stdio: 'pipe',
      });
    });
  }

  test('integrity.json has the hash of each self-contained script', () => {
    const hashes = JSON.parse(readFileSync('dist/embed/integrity.json', 'utf8')) as Record<string, string>;
    const scripts = readdirSync('dist/embed').filter((file) => file.endsWith('.js'));
    assert.deepEqual(Object.keys(hashes).sort(), scripts.sort());
    for (const file of scripts) {
      const hash = createHash('sha384')
        .update(readFileSync(`dist/embed/${file}`))
        .digest('base64');
      assert.equal(hashes[file], `sha384-${hash}`, file);
    }
  });

  test('the self-contained modules export what belongs to them; the classic scripts nothing', () => {
    const exported = Object.fromEntries(
      readdirSync('dist/embed')
        .filter((file) => file.startsWith('sao-') && file.endsWith('.js') && file !== 'sao-sanitizer.js')
        .map((file) => {
          const [, names = ''] = /export\{([^}]*)\}/.exec(readFileSync(`dist/embed/${file}`, 'utf8')) ?? [];
          return [file, [...names.matchAll(/(\w+)(?:,|$)/g)].map(([, name]) => name).sort()];
        }),
    );
    assert.deepEqual(exported, {
      'sao-article-card.iife.js': [],
      'sao-article-card.js': ['SaoArticleCard', 'configure'],
      'sao-session-timeout-banner.iife.js': [],
      'sao-session-timeout-banner.js': ['SaoSessionTimeoutBanner', 'configure'],
      'sao-star-rating.iife.js': [],
      'sao-star-rating.js': ['SaoStarRating', 'configure', 'votes'],
      'sao-widgets.iife.js': [],
      'sao-widgets.js': [...['SaoArticleCard', 'SaoSessionTimeoutBanner', 'SaoStarRating', 'configure', 'votes']],
    });
  });

  test('each file has exactly the size that sizes.json says', async () => {
    const sizes = await measureSizes();
    const kept = JSON.parse(readFileSync('sizes.json', 'utf8')) as Record<string, number>;
    assert.deepEqual(sizes, kept, 'Run "npm run sizes -- --update" and say in the commit what the bytes are for.');
  });

  test("the files beyond the contract's limits are those that are known to be", async () => {
    const sizes = await measureSizes();
    const found = Object.keys(limits).filter((file) => (sizes[file] ?? 0) > (limits[file] ?? 0));
    assert.deepEqual(found, beyond);
  });
});
