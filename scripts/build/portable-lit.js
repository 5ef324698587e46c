import { resolve } from 'node:path';

/** What stands in Lit's place in the self-contained files; elsewhere the host's bundler brings the host's own Lit. */
export const portableLitFile = resolve('src/embed/lit/lit.ts');

/** @returns {import('rollup').Plugin} */
export function portableLit() {
  return { name: 'portable-lit', resolveId: (id) => (id === 'lit' ? portableLitFile : null) };
}
