import { readFileSync } from 'node:fs';

/**
 * The policy under that heading of docs/hosting.md, with the example's addresses replaced by the test server's: what
 * webmasters copy is what the tests run on.
 * @param {string} heading
 * @param {string} origin
 */
export function recipePolicy(heading, origin) {
  const policy = block(heading, 'http').replace('Content-Security-Policy:', '');
  return policy
    .replaceAll(/https:\/\/\w+\.example/g, origin)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What is to be shown before and without the script: the style and the markup from the docs. */
export function recipeFallback() {
  const heading = 'Before and without the script';
  return { css: block(heading, 'css'), html: block(heading, 'html') };
}

/** @param {string} heading @param {string} language */
function block(heading, language) {
  const text = readFileSync('docs/hosting.md', 'utf8');
  const section = text.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const found = new RegExp(`\`\`\`${language}\\n([^\`]+)\`\`\``).exec(section)?.[1];
  if (!found) throw new Error(`docs/hosting.md has no ${language} under "${heading}".`);
  return found;
}
