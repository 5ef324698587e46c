import { readFileSync } from 'node:fs';
import { parseSeedArticle } from './parse-seed-article.js';

export const seedArticle = parseSeedArticle(readFileSync(new URL('./seed-article.txt', import.meta.url), 'utf8'));
