import { basename, resolve } from 'node:path';

export const classicEntry = '\0classic-script';

/**
 * An entry that runs a module and drops its exports: a classic script sets no global, so nobody could reach them.
 * @param {string} entry
 * @returns {import('rollup').Plugin}
 */
export function classicScript(entry) {
  return {
    name: 'classic-script',
    resolveId: (id) => (id === classicEntry ? id : null),
    load: (id) => (id === classicEntry ? `import ${JSON.stringify(resolve(entry))};` : null),
    // A classic script finds its own tag by `document.currentScript`; where something evaluates it, by the file's name.
    resolveImportMeta: () => JSON.stringify(`${basename(entry, '.ts')}.iife.js`),
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        // A byte order mark, or its words would be read in the page's own character encoding.
        if ('code' in file) file.code = `\ufeff${file.code}`;
      }
    },
  };
}
