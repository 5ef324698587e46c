import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import htmlLiterals from 'rollup-plugin-html-literals';
import { portableLit } from './scripts/build/portable-lit.js';
import { classicEntry, classicScript } from './scripts/build/classic-script.js';
import { recordIntegrity } from './scripts/build/integrity.js';

const source = () => [
  // Templates are minified before TypeScript goes, while they still are template literals.
  htmlLiterals({ include: ['src/**/*.ts'], failOnError: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
];

/** The sanitiser lies beside the scripts: only pages that show foreign HTML in browsers without one load it. */
const sanitizer = /[/]sanitizer[.](js|ts)$/;
const beside = (/** @type {string} */ id) => (sanitizer.test(id) ? './sao-sanitizer.js' : id);

/** For bundlers: one file per source file, `lit` and `idb-keyval` left to the host. */
const modules = {
  input: ['src/index.ts', 'src/star-rating.ts', 'src/article-card.ts', 'src/session-timeout-banner.ts', 'src/votes.ts'],
  external: [/^lit/, 'idb-keyval', sanitizer],
  output: {
    dir: 'dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    sourcemap: true,
    paths: (id) => (sanitizer.test(id) ? './sanitizer.js' : id),
  },
  plugins: [...source()],
};

/** For Node: the endpoint and its command. */
const endpoint = {
  input: ['src/endpoint.ts', 'src/endpoint/command.ts'],
  external: (/** @type {string} */ id) => !id.startsWith('.') && !id.startsWith('/'),
  output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
  plugins: [...source()],
};

const minify = () =>
  terser({ module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false } });

/** For script tags: everything in one file, as a module and as a classic script. */
const embed = ['sao-widgets', 'sao-star-rating', 'sao-article-card', 'sao-session-timeout-banner'].flatMap((name) => [
  {
    input: { [name]: `src/embed/${name}.ts` },
    external: sanitizer,
    output: { dir: 'dist/embed', format: 'es', sourcemap: true, paths: beside },
    plugins: [nodeResolve(), portableLit(), ...source(), minify(), recordIntegrity()],
  },
  {
    input: { [`${name}.iife`]: classicEntry },
    external: sanitizer,
    output: { dir: 'dist/embed', format: 'iife', sourcemap: true, paths: beside },
    plugins: [
      classicScript(`src/embed/${name}.ts`),
      nodeResolve(),
      portableLit(),
      ...source(),
      minify(),
      recordIntegrity(),
    ],
  },
]);

/** The sanitiser with its library inside, for both. */
const sanitizers = [
  { dir: 'dist/article-card', name: 'sanitizer', plugins: [] },
  { dir: 'dist/embed', name: 'sao-sanitizer', plugins: [minify(), recordIntegrity()] },
].map(({ dir, name, plugins }) => ({
  input: { [name]: 'src/article-card/sanitizer.ts' },
  output: { dir, format: 'es', sourcemap: true },
  plugins: [nodeResolve(), ...source(), ...plugins],
}));

export default [modules, endpoint, ...embed, ...sanitizers];
