// Fills `dist`: modules and self-contained files, their types, the manifest, and the hashes a host pins.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { collectLicenses } from './licenses.js';
import { splitJsxTypes } from './jsx-types.js';

/** @param {string[]} parameters */
const run = (...parameters) => execFileSync('npx', parameters, { stdio: ['ignore', 'inherit', 'inherit'] });

rmSync('dist', { recursive: true, force: true });
run('rollup', '--config', 'rollup.config.js', '--silent');
run('tsc', '--project', 'tsconfig.build.json');
// Its plugins say at length what they do.
execFileSync('npx', ['cem', 'analyze', '--config', 'custom-elements-manifest.config.js'], { stdio: 'pipe' });
splitJsxTypes('dist/jsx');
collectLicenses('dist/embed/LICENSES.txt', ['idb-keyval', 'dompurify']);

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const hashes = JSON.parse(readFileSync('dist/embed/integrity.json', 'utf8'));
console.log(`Built sao-widgets ${version}. The snippet for a host page:

<script type="module" src="https://cdn.example/sao-widgets@${version}/dist/embed/sao-widgets.js"
        integrity="${hashes['sao-widgets.js']}" crossorigin="anonymous"
        data-endpoint="https://votes.example/votes"></script>`);
