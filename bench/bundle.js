// Bundles everything alike: ours, the floors and the peers, as a host's build would.
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

/**
 * @param {string} source a module; its imports are looked for from this folder, so peers are those of `bench/package.json`
 * @param {string[]} [external] packages to leave out
 */
export async function bundle(source, external = []) {
  const result = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    external,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'text' },
    legalComments: 'none',
    logLevel: 'error',
    write: false,
  });
  return result.outputFiles[0]?.text ?? '';
}

/** @param {string} text */
export function brotliSize(text) {
  const bytes = Buffer.from(text);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}
