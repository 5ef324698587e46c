import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { publicManifest } from './scripts/build/public-manifest.js';

// The JSDoc of the elements is the one source: the manifest comes from it, and from that what editors and JSX know.
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/endpoint/**', 'src/embed/**', 'src/locales/**', 'src/**/words/**'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    publicManifest(),
    customElementVsCodePlugin({ outdir: 'dist/editors', cssFileName: null }),
    customElementJetBrainsPlugin({ outdir: 'dist/editors', packageJson: false }),
    jsxTypesPlugin({
      outdir: 'dist/jsx',
      fileName: 'types.d.ts',
      componentTypePath: (_, tag = '') => `../${tag.replace('sao-', '')}.js`,
      stronglyTypedEvents: true,
    }),
  ],
};
