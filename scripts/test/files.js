import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All files below the folder whose names end so, sorted. @param {string} folder @param {string} ending */
export function filesEndingIn(folder, ending) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file))
    .sort();
}
