import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, suite, test } from 'node:test';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { build } from 'vite';

suite('an application that installs the package', () => {
  // Outside of the repository, so that nothing but what was packed is found.
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-consumer-'));

  before(() => {
    const modules = join(folder, 'node_modules');
    mkdirSync(modules);
    for (const name of readdirSync('node_modules')) {
      if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(modules, name));
    }
    const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      stdio: 'pipe',
    });
    const [{ filename }] = JSON.parse(packed.toString()) as [{ filename: string }];
    mkdirSync(join(modules, 'sao-widgets'));
    const into = ['--strip-components=1', '-C', join(modules, 'sao-widgets')];
    execFileSync('tar', ['xzf', join(folder, filename), ...into]);
    cpSync('test/build/consumer', folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
    writeFileSync(join(folder, 'index.html'), '<script type="module" src="./app.ts"></script>');
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const moduleResolution of ['bundler', 'nodenext']) {
    test(`compiles strictly, with typed events (${moduleResolution})`, () => {
      const compilerOptions = {
        target: 'es2022',
        module: moduleResolution === 'bundler' ? 'esnext' : 'nodenext',
        moduleResolution,
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: ['node'],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
      compile(folder);
    });
  }

  test('is built by Vite', async () => {
    const result = await build({ root: folder, logLevel: 'silent', build: { write: false, target: 'es2022' } });
    assert.ok('output' in result);
    const code = result.output.map((part) => ('code' in part ? part.code : '')).join('\n');
    for (const tag of ['sao-star-rating', 'sao-article-card', 'sao-session-timeout-banner']) {
      assert.ok(code.includes(tag), tag);
    }
  });

  test('is built by rollup, and takes the outbox without any element or Lit', async () => {
    const bundle = await rollup({
      input: join(folder, 'outbox.ts'),
      plugins: [nodeResolve({ rootDir: folder, dedupe: ['lit'] }), esbuild({ target: 'es2022' })],
      onwarn: (warning) => assert.fail(warning.message),
    });
    const files = bundle.watchFiles.map((file) => file.replaceAll('\\', '/'));
    assert.deepEqual(
      files.filter((file) => /node_modules\/@?lit|star-rating|article-card|session-timeout/.test(file)),
      [],
    );
    const { output } = await bundle.generate({ format: 'es' });
    assert.match(output[0].code, /durability/);
  });

  for (const [framework, jsxImportSource] of [
    ['react', 'react'],
    ['preact', 'preact'],
    ['solid', 'solid-js'],
  ] as const) {
    test(`knows the elements in the JSX of ${framework}`, () => {
      const place = join(folder, framework);
      cpSync(`test/build/consumer-jsx/${framework}`, place, { recursive: true });
      const compilerOptions = {
        ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom', 'dom.iterable'] },
        jsx: framework === 'solid' ? 'preserve' : 'react-jsx',
        jsxImportSource,
        ...{ types: [], strict: true, noEmit: true, skipLibCheck: true },
      };
      writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.tsx'] }));
      compile(place);
    });
  }
});

function compile(place: string): void {
  try {
    execFileSync('npx', ['tsc', '-p', place], { stdio: 'pipe' });
  } catch (error) {
    assert.fail(String((error as { stdout: Buffer }).stdout));
  }
}
