import { readFileSync } from 'node:fs';

/**
 * The policy under that heading of docs/hosting.md, with the example's addresses replaced by the test server's: what
 * webmasters copy is what the tests run on.
 * @param {string} heading
 * @param {string} origin
 */
export function recipePolicy(heading, origin) {
  const text = readFileSync('docs/hosting.md', 'utf8');
  const section = text.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`));
  const policy = /```http\nContent-Security-Policy:\s*([^`]+)```/.exec(section ?? '')?.[1];
  if (!policy) throw new Error(`docs/hosting.md has no policy under "${heading}".`);
  return policy
    .replaceAll(/https:\/\/\w+\.example/g, origin)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
