import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { circumstances, folder, pictures, takePicture, type Circumstances } from './pictures.js';
import { openWorkshop } from './workshop.js';

/** So much of a picture may differ: an edge smoothed otherwise, not a line of text. */
const tolerance = 0.001;
const madeWith = JSON.parse(readFileSync(join(folder, 'made-with.json'), 'utf8')) as Circumstances;

suite('the pictures', () => {
  let workshop: Awaited<ReturnType<typeof openWorkshop>>;
  let otherwise = '';

  before(async () => {
    workshop = await openWorkshop();
    const here = await circumstances(workshop);
    if (!isDeepStrictEqual(here, madeWith)) {
      otherwise = `made with ${JSON.stringify(madeWith)}, here ${JSON.stringify(here)}`;
    }
  });

  after(() => workshop.close());

  test('there is one of each chosen story, light and dark, and no other', () => {
    const kept = readdirSync(folder).filter((file) => file.endsWith('.png'));
    assert.deepEqual(kept.sort(), pictures.map(({ file }) => basename(file)).sort());
  });

  test('light differs from dark', () => {
    const [light, dark] = pictures.map(({ file }) => PNG.sync.read(readFileSync(file)));
    assert.ok(light && dark && difference(light, dark).share > tolerance);
  });

  for (const picture of pictures) {
    test(`${picture.story}, ${picture.scheme}`, async (t) => {
      if (otherwise) {
        t.skip(otherwise);
        return;
      }
      const kept = PNG.sync.read(readFileSync(picture.file));
      const now = PNG.sync.read(await takePicture(workshop, picture));
      const { share, marked } = difference(kept, now);
      if (share <= tolerance) return;
      const seen = mkdtempSync(join(tmpdir(), 'sao-widgets-picture-'));
      writeFileSync(join(seen, 'now.png'), PNG.sync.write(now));
      writeFileSync(join(seen, 'difference.png'), PNG.sync.write(marked));
      assert.fail(
        `${(share * 100).toFixed(2)} % differ: look into ${seen}; where it is as it should be, npm run pictures`,
      );
    });
  }
});

/** The share of pixels that differ, and where. */
function difference(kept: PNG, now: PNG): { share: number; marked: PNG } {
  const { width, height } = kept;
  if (now.width !== width || now.height !== height) return { share: 1, marked: now };
  const marked = new PNG({ width, height });
  const pixels = pixelmatch(kept.data, now.data, marked.data, width, height, { threshold: 0.1 });
  return { share: pixels / (width * height), marked };
}
