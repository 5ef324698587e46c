import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild, { minify as shortenNames } from 'rollup-plugin-esbuild';
import htmlLiterals from 'rollup-plugin-html-literals';
import { internalNamePattern } from './scripts/build/internal-names.js';
import { portableLit } from './scripts/build/portable-lit.js';
import { classicEntry, classicScript } from './scripts/build/classic-script.js';
import { sanitizerFile, separateSanitizer } from './scripts/build/separate-sanitizer.js';
import { recordIntegrity } from './scripts/build/integrity.js';

const source = () => [
  // Templates are minified before TypeScript goes, while they still are template literals.
  htmlLiterals({ include: ['src/**/*.ts'], failOnError: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
];

/** @param {import('@rollup/plugin-terser').Options} [options] */
const compress = (options) =>
  terser({
    module: true,
    ecma: 2022,
    compress: { passes: 5, unsafe_arrows: true, inline: 1, lhs_constants: false },
    format: { comments: false },
    ...options,
  });

const locales = readdirSync('src/locales').map((file) => `src/locales/${file}`);

/** For bundlers: one file per source file, `lit` and `idb-keyval` left to the host. */
const modules = {
  input: [
    'src/index.ts',
    'src/star-rating.ts',
    'src/article-card.ts',
    'src/session-timeout-banner.ts',
    'src/votes.ts',
    'src/service-worker.ts',
    ...locales,
  ],
  external: [/^lit/, 'idb-keyval'],
  output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
  // Names stay: whoever looks into a host's bundle finds those of the source.
  plugins: [separateSanitizer('./sanitizer.js'), ...source(), compress({ mangle: false })],
};

/** For Node: the endpoint and its command. */
const endpoint = {
  input: ['src/endpoint.ts', 'src/endpoint/command.ts'],
  external: (/** @type {string} */ id) => !id.startsWith('.') && !id.startsWith('/'),
  output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
  plugins: [...source()],
};

/** Two minifiers after one another find more than either: one knows a class's own names, one what can be left out. */
const minify = () => [shortenNames({ target: 'es2022', mangleProps: internalNamePattern }), compress()];

/** The sanitiser for browsers without `setHTML`, with what it needs, beside each file that may ask for it. */
const sanitizer = ['dist/article-card/sanitizer.js', `dist/embed/${sanitizerFile}`].map((file) => ({
  input: { [basename(file, '.js')]: 'src/article-card/sanitizer.ts' },
  output: { dir: dirname(file), format: 'es', sourcemap: true },
  plugins: [
    nodeResolve(),
    ...source(),
    compress({ format: { comments: /@license/ } }),
    file.includes('embed') && recordIntegrity(),
  ],
}));

/** For script tags: everything in one file, as a module and as a classic script. */
const embed = ['sao-widgets', 'sao-star-rating', 'sao-article-card', 'sao-session-timeout-banner'].flatMap((name) => [
  {
    input: { [name]: `src/embed/${name}.ts` },
    output: { dir: 'dist/embed', format: 'es', inlineDynamicImports: true, sourcemap: true },
    plugins: [separateSanitizer(), portableLit(), nodeResolve(), ...source(), ...minify(), recordIntegrity()],
  },
  {
    input: { [`${name}.iife`]: classicEntry },
    output: { dir: 'dist/embed', format: 'iife', inlineDynamicImports: true, sourcemap: true },
    plugins: [
      classicScript(`src/embed/${name}.ts`),
      separateSanitizer(),
      portableLit(),
      nodeResolve(),
      ...source(),
      ...minify(),
      recordIntegrity(),
    ],
  },
]);

export default [modules, endpoint, ...sanitizer, ...embed];
