// What a page pays for each before it runs.
import { readFileSync } from 'node:fs';
import { brotliSize, bundle } from '../bundle.js';
import { peers } from '../subjects/ratings.js';
import { Samples } from '../statistics.js';

export const about =
  'Brotli 11 of one minified ES module with everything in it, dependencies and style sheets too; ours as published, and the modules bundled by the same esbuild as the peers.';

const files = ['sao-star-rating', 'sao-article-card', 'sao-session-timeout-banner', 'sao-widgets'];

/** @type {{ group: string, name: string, kind: 'ours' | 'peer', source: string, external?: string[] }[]} */
const bundles = [
  {
    group: 'rating',
    name: 'star-rating.js, modules with Lit',
    kind: 'ours',
    source: `import '../dist/star-rating.js';`,
  },
  ...peers.map(({ name, source }) => ({ group: 'rating', name, kind: /** @type {const} */ ('peer'), source })),
  {
    group: 'rating',
    name: 'applause-button',
    kind: 'peer',
    source: `import 'applause-button'; import css from 'applause-button/dist/applause-button.css';
      const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet);`,
  },
  { group: 'outbox', name: 'votes.js', kind: 'ours', source: `export * from '../dist/votes.js';` },
  {
    group: 'outbox',
    name: 'workbox-background-sync',
    kind: 'peer',
    source: `export { Queue } from 'workbox-background-sync';`,
  },
  { group: 'outbox', name: 'localforage (no sending)', kind: 'peer', source: `export { default } from 'localforage';` },
  {
    group: 'session',
    name: 'react-idle-timer (no banner), with React',
    kind: 'peer',
    source: `export { useIdleTimer } from 'react-idle-timer'; export { createRoot } from 'react-dom/client';`,
  },
  {
    group: 'session',
    name: 'react-idle-timer, React not counted',
    kind: 'peer',
    source: `export { useIdleTimer } from 'react-idle-timer';`,
    external: ['react'],
  },
];

/** @type {Record<string, string>} */
const groupOf = { 'sao-article-card': 'card', 'sao-session-timeout-banner': 'session', 'sao-widgets': 'all three' };

/** @param {import('../run.js').Options} options @returns {Promise<import('../report.js').Result>} */
export async function run({ progress }) {
  const samples = new Samples();
  const add = (
    /** @type {string} */ group,
    /** @type {{ name: string, kind: 'ours' | 'peer' }} */ subject,
    /** @type {string} */ text,
  ) => samples.add(subject, `brotli, ${group}`, 'B', brotliSize(text));
  for (const file of files) {
    add(
      groupOf[file] ?? 'rating',
      { name: `${file}.js, as published`, kind: 'ours' },
      readFileSync(`dist/embed/${file}.js`, 'utf8'),
    );
  }
  for (const { group, source, external, ...subject } of bundles) {
    progress(subject.name);
    add(group, subject, await bundle(source, external));
  }
  return { figures: samples.figures(), targets: [], notes: [] };
}
