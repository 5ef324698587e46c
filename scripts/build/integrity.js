import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps `integrity.json` beside the built files: each file's name and its SRI hash. @returns {import('rollup').Plugin} */
export function recordIntegrity() {
  return {
    name: 'record-integrity',
    writeBundle({ dir = '.' }, bundle) {
      const file = join(dir, 'integrity.json');
      /** @type {Record<string, string>} */
      const hashes = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
      for (const name of Object.keys(bundle).filter((name) => name.endsWith('.js'))) {
        // Of the written file, not of the chunk: the source map comment belongs to what the browser hashes.
        hashes[name] = `sha384-${createHash('sha384')
          .update(readFileSync(join(dir, name)))
          .digest('base64')}`;
      }
      writeFileSync(file, `${JSON.stringify(Object.fromEntries(Object.entries(hashes).sort()), null, 2)}\n`);
    },
  };
}
