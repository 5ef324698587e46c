import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings, openWorkshop, outcome } from './workshop.js';

const themes = readdirSync('themes').map((file) => basename(file, '.css'));
const manifest = readFileSync('dist/custom-elements.json', 'utf8');

suite('the ready themes', () => {
  let workshop: Awaited<ReturnType<typeof openWorkshop>>;

  before(async () => {
    workshop = await openWorkshop();
  });

  after(() => workshop.close());

  test('are three', () => assert.deepEqual(themes, ['newspaper', 'plain', 'playful']));

  for (const theme of themes) {
    test(`${theme} sets only tokens and parts that there are`, () => {
      const css = readFileSync(`themes/${theme}.css`, 'utf8');
      const named = [...css.matchAll(/--sao-[\w-]+|(?<=::part\()[\w-]+/g)].map(([name]) => name);
      assert.ok(named.length > 5);
      assert.deepEqual(
        named.filter((name) => !manifest.includes(`"name": "${name}"`)),
        [],
      );
    });

    for (const scheme of ['light', 'dark']) {
      test(`${theme} can be read in ${scheme}, and its stars stand out`, async () => {
        const { context, page, troubles } = await workshop.open(`theming--${theme}`, { globals: { scheme } });
        assert.equal(await outcome(page), 'finished');
        assert.deepEqual(await axeFindings(page), []);
        assert.deepEqual(troubles, []);
        // axe looks at text alone; WCAG 1.4.11 asks 3 : 1 of what a shape must be told by.
        for (const token of ['--sao-star-color', '--sao-star-own-color', '--sao-star-empty-color']) {
          for (const ground of ['Canvas', 'var(--sao-card-background, Canvas)']) {
            const ratio = await contrast(page, `var(${token})`, ground);
            assert.ok(ratio >= 3, `${token} on ${ground}: ${ratio.toFixed(2)}`);
          }
        }
        await context.close();
      });
    }
  }
});

/** The contrast of two CSS colours, as the page paints them. */
function contrast(page: Page, colour: string, ground: string): Promise<number> {
  return page.evaluate(
    (colours) => {
      const probe = document.createElement('span');
      document.querySelector('.samples')?.append(probe);
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) throw new Error('There is no canvas.');
      // The ground first: a colour that is partly clear mixes with it.
      const luminances = colours.map((value) => {
        probe.style.outlineColor = value;
        canvas.fillStyle = getComputedStyle(probe).outlineColor;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((channel) => {
          const part = channel / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      });
      probe.remove();
      const [dark = 0, light = 0] = luminances.sort((one, other) => one - other);
      return (light + 0.05) / (dark + 0.05);
    },
    [ground, colour],
  );
}
