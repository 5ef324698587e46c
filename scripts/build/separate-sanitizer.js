export const sanitizerFile = 'sao-sanitizer.js';

/**
 * Leaves the sanitiser in a file of its own: only a card that shows a foreign body in a browser without `setHTML` asks
 * for it. `import()` finds it beside the script that asks, in a module as in a classic script, without knowing where
 * that is.
 * @param {string} [file] where it is, seen from there
 * @returns {import('rollup').Plugin}
 */
export function separateSanitizer(file = `./${sanitizerFile}`) {
  return {
    name: 'separate-sanitizer',
    resolveId: (id, importer) => (importer && id.endsWith('/sanitizer.js') ? { id: file, external: 'absolute' } : null),
  };
}
