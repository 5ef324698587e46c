// `npm run pictures`: takes the kept pictures anew, and writes down what they were made with.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { circumstances, folder, pictures, takePicture } from './pictures.js';
import { openWorkshop } from './workshop.js';

const workshop = await openWorkshop();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const picture of pictures) writeFileSync(picture.file, await takePicture(workshop, picture));
const madeWith = await circumstances(workshop);
writeFileSync(join(folder, 'made-with.json'), `${JSON.stringify(madeWith, null, 2)}\n`);
await workshop.close();
console.log(`${pictures.length} pictures in ${folder}, made with ${madeWith.browser}. Look at what changed: git diff`);
