import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { axeFindings, entriesOf, openWorkshop, outcome } from './workshop.js';

const stories = entriesOf('story');
const pages = entriesOf('docs');

suite('the stories', () => {
  let workshop: Awaited<ReturnType<typeof openWorkshop>>;

  before(async () => {
    workshop = await openWorkshop();
  });

  after(() => workshop.close());

  test('there are at least 45 of them', () => {
    assert.ok(stories.length >= 45, `${stories.length} stories`);
  });

  for (const { id, title, name } of stories) {
    test(`${title}: ${name}`, async () => {
      const { context, page, troubles } = await workshop.open(id);
      assert.equal(await outcome(page), 'finished', 'the story renders and plays through');
      assert.deepEqual(await axeFindings(page), []);
      assert.deepEqual(troubles, []);
      await context.close();
    });
  }

  for (const { id, title, name } of pages) {
    test(`the page ${title}: ${name}`, async () => {
      const { context, page, troubles } = await workshop.open(id);
      await page.locator('#storybook-docs h1').first().waitFor();
      assert.deepEqual(troubles, []);
      await context.close();
    });
  }
});
