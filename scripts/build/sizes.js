// Measures the published files (brotli, as a CDN sends them) and holds them to `sizes.json`, byte for byte: growing
// needs an argument, and shrinking is kept. `node scripts/build/sizes.js --update` writes the new numbers.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

/** The contract's limits, in bytes. @type {Record<string, number>} */
export const limits = {
  'embed/sao-widgets.js': 18_000,
  'embed/sao-widgets.iife.js': 18_000,
  'embed/sao-star-rating.js': 11_000,
  'embed/sao-star-rating.iife.js': 11_000,
  'embed/sao-article-card.js': 11_000,
  'embed/sao-article-card.iife.js': 11_000,
  'embed/sao-session-timeout-banner.js': 10_000,
  'embed/sao-session-timeout-banner.iife.js': 10_000,
  'votes.js with idb-keyval': 3_000,
};

/** What is still larger than that. A file goes from this list as soon as it is not, and none comes into it. */
export const beyond = [
  'embed/sao-widgets.js',
  'embed/sao-widgets.iife.js',
  'embed/sao-star-rating.js',
  'embed/sao-star-rating.iife.js',
  'votes.js with idb-keyval',
];

/** @param {Uint8Array} bytes */
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** @returns {Promise<Record<string, number>>} */
export async function measureSizes() {
  /** @type {Record<string, number>} */
  const sizes = {};
  for (const file of Object.keys(limits)) {
    if (file.startsWith('embed/')) sizes[file] = brotli(readFileSync(`dist/${file}`));
  }
  const bundle = await build({
    entryPoints: ['dist/votes.js'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    legalComments: 'none',
  });
  for (const { contents } of bundle.outputFiles) sizes['votes.js with idb-keyval'] = brotli(contents);
  return sizes;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sizes = await measureSizes();
  console.table(Object.entries(sizes).map(([file, bytes]) => ({ file, bytes, limit: limits[file] })));
  if (process.argv.includes('--update')) writeFileSync('sizes.json', `${JSON.stringify(sizes, null, 2)}\n`);
}
