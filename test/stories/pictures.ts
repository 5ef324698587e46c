import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { openWorkshop } from './workshop.js';
import { outcome } from './workshop.js';

type Workshop = Awaited<ReturnType<typeof openWorkshop>>;

export const folder = 'test/stories/pictures';

/** The stories whose looks are kept: each widget's main ones, what is drawn by hand, and what a theme changes. */
const stories = [
  'star-rating--with-tally',
  'star-rating--previewing',
  'star-rating--histogram',
  'star-rating--read-only-fraction',
  'star-rating--custom-symbol',
  'star-rating--right-to-left',
  'article-card--auto',
  'article-card--compact',
  'article-card--load-error',
  'session-banner--with-sign-out',
  'session-banner--modal',
  'theming--newspaper',
  'theming--playful',
];

/** As much of the page as there is something on. */
const heights: [widget: string, height: number][] = [
  ['theming', 760],
  ['star-rating', 180],
];

export const pictures = stories.flatMap((story) =>
  ['light', 'dark'].map((scheme) => ({ story, scheme, file: join(folder, `${story}.${scheme}.png`) })),
);

export async function takePicture(workshop: Workshop, { story, scheme }: { story: string; scheme: string }) {
  const [, height = 320] = heights.find(([widget]) => story.startsWith(widget)) ?? [];
  const { context, page } = await workshop.open(story, { globals: { scheme }, width: 640, height });
  const ended = await outcome(page);
  if (ended !== 'finished') throw new Error(`${story} ${ended}`);
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({
    animations: 'disabled',
    // The seconds left are others each time.
    mask: [page.locator('[part~=countdown]')],
    maskColor: '#808080',
  });
  await context.close();
  return picture;
}

/** What a picture depends on besides the code. */
export interface Circumstances {
  browser: string;
  platform: string;
  /** A hash of some text as the browser paints it: the fonts, and how they are smoothed. */
  fonts: string;
}

export async function circumstances({ browser, origin }: Workshop): Promise<Circumstances> {
  const page = await browser.newPage();
  await page.goto(origin);
  const pixels = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 600;
    canvas.height = 120;
    const context = canvas.getContext('2d');
    ['system-ui', 'sans-serif', 'Georgia, serif', 'ui-monospace, monospace'].forEach((family, line) => {
      if (!context) return;
      context.font = `20px ${family}`;
      context.fillText('Đại hội Chi bộ · 4,2 · تقييم · ★', 4, 24 + line * 28);
    });
    return canvas.toDataURL();
  });
  await page.close();
  return {
    browser: `Chromium ${browser.version()}`,
    platform: `${process.platform} ${process.arch}`,
    fonts: createHash('sha256').update(pixels).digest('hex').slice(0, 16),
  };
}
