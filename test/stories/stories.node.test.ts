import assert from 'node:assert/strict';
import { after, before, beforeEach, suite, test } from 'node:test';
import { axeFindings, entriesOf, openWorkshop, outcome } from './workshop.js';

const stories = entriesOf('story');
const pages = entriesOf('docs');

suite('the stories', () => {
  let workshop: Awaited<ReturnType<typeof openWorkshop>>;
  // As designers do, one turns from story to story: what one leaves behind must not show in the next.
  let visit: Awaited<ReturnType<typeof workshop.enter>>;

  before(async () => {
    workshop = await openWorkshop();
    visit = await workshop.enter();
  });

  beforeEach(() => {
    visit.troubles.length = 0;
  });

  after(() => workshop.close());

  test('there are at least 45 of them', () => {
    assert.ok(stories.length >= 45, `${stories.length} stories`);
  });

  for (const { id, title, name } of stories) {
    test(`${title}: ${name}`, async () => {
      const { page, troubles } = visit;
      await workshop.turnTo(page, id);
      assert.equal(await outcome(page), 'finished', 'the story renders and plays through');
      assert.deepEqual(await axeFindings(page), []);
      assert.deepEqual(troubles, []);
    });
  }

  for (const { id, title, name } of pages) {
    test(`the page ${title}: ${name}`, async () => {
      const { page, troubles } = visit;
      await workshop.turnTo(page, id);
      await page.locator('#storybook-docs h1').first().waitFor();
      assert.deepEqual(troubles, []);
    });
  }
});
