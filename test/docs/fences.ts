import { readdirSync, readFileSync } from 'node:fs';

/** One example of a guide. */
export interface Fence {
  file: string;
  line: number;
  language: string;
  code: string;
}

/** All guides: what a newcomer reads. Decisions have no examples, and `hosts.md` is made by the tests. */
export const guides = [
  'README.md',
  'docs/endpoint/README.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md') && file !== 'hosts.md')
    .map((file) => `docs/${file}`),
];

export function fencesOf(file: string): Fence[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ 1: language = '', 2: code = '', index }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    language,
    code,
  }));
}
