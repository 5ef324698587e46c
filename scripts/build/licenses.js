import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * The self-contained files bring others' work with them, and its licences ask to be told.
 * @param {string} file
 * @param {string[]} packages
 */
export function collectLicenses(file, packages) {
  const parts = packages.map((name) => {
    const folder = `node_modules/${name}`;
    const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const text = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${text ? readFileSync(`${folder}/${text}`, 'utf8').trim() : ''}\n`;
  });
  writeFileSync(file, `These files contain, besides sao-widgets (MIT):\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`);
}
