import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { claim } from '../../src/votes/claim.js';
import { deskKey } from '../../src/votes/shelf.js';
import { byJson } from './ballots.js';
import { interleavings, World } from './world.js';

const article = fc.integer({ min: 0, max: 3 }).map((n) => `article ${n}`);
const tab = fc.integer({ min: 0, max: 2 });

/** What may happen; each is small, and a run is a few dozen of them. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('cast' as const), tab, article, fc.integer({ min: 1, max: 5 })) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('step' as const), tab, fc.boolean()) },
  { weight: 4, arbitrary: fc.tuple(fc.constant('arrive' as const), fc.nat(), fc.constantFrom(...World.fates)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('crash' as const), tab) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('cut' as const), tab) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('time' as const), fc.integer({ min: 1, max: 60_000 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('clock' as const), fc.constantFrom(-3650, 3650)) },
);

test('whatever happens, no kept vote is lost or counted twice, and the latest stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 60 }), async (happenings) => {
      const world = new World();
      for (const happened of happenings) {
        if (happened[0] === 'cast') await world.cast(happened[1], happened[2], happened[3]);
        else if (happened[0] === 'step') await world.step(happened[1], happened[2]);
        else if (happened[0] === 'arrive') world.arrive(happened[1], happened[2]);
        else if (happened[0] === 'crash') world.crash(happened[1]);
        else if (happened[0] === 'cut') await world.cut(happened[1]);
        else if (happened[0] === 'time') world.now += happened[1];
        else world.jump(happened[1]);
        world.checkSafety();
      }
      await world.healAndDrain();
      world.checkDelivered();
    }),
    { numRuns: 400 },
  );
});

test('all interleavings of two tabs and one article end with the latest vote counted once', async () => {
  let count = 0;
  for (const order of interleavings(['cast', 'step', 'answer', 'step'], ['cast', 'step', 'answer', 'step'])) {
    const world = new World();
    for (const [who, what] of order) {
      if (what === 'cast') await world.cast(who, 'article', who + 1);
      else if (what === 'step') await world.step(who, false);
      else world.arriveOf(who);
      world.checkSafety();
    }
    await world.healAndDrain();
    world.checkDelivered();
    count++;
  }
  assert.equal(count, 70);
});

test('the same with an answer that is lost and a tab that dies', async () => {
  for (const order of interleavings(['cast', 'step', 'lose', 'crash'], ['cast', 'step', 'answer', 'step'])) {
    const world = new World();
    for (const [who, what] of order) {
      if (what === 'cast') await world.cast(who, 'article', who + 1);
      else if (what === 'step') await world.step(who, false);
      else if (what === 'crash') world.crash(who);
      else world.arriveOf(who, what === 'lose' ? 'dropped after' : 'counted');
      world.checkSafety();
    }
    await world.healAndDrain();
    world.checkDelivered();
  }
});

test('a tab sends no vote that another is sending', async () => {
  const world = new World();
  for (let n = 0; n < 30; n++) await world.cast(0, `article ${n}`, 3);
  await world.step(0, false);
  await world.step(1, true);
  assert.equal(new Set(world.underWay.map(({ tab: sender }) => sender)).size, 1);
  // The first one freezes; another takes over when the lease ends, and not before.
  world.now += 5_000;
  await world.step(1, true);
  assert.ok(world.underWay.every(({ tab: sender }) => sender === 0));
  world.now += 1001;
  await world.step(1, true);
  assert.ok(world.underWay.some(({ tab: sender }) => sender === 1));
});

test('ten thousand votes wait: a step reads no more of them than it sends', async () => {
  const world = new World();
  for (let n = 0; n < 10_000; n++) await world.cast(0, `article ${n}`, 3);
  let read = 0;
  const counting = {
    ...world.shelf,
    *each(beginning: string[]) {
      for (const entry of world.shelf.each(beginning) as Iterable<[string, unknown]>) {
        read++;
        yield entry;
      }
    },
  };
  const { batch } = await claim(counting, [], { by: 'tab', meansOf: () => byJson }, world.now);
  assert.equal(batch.length, 6);
  assert.ok(read <= 7, `${read} read`);
  assert.ok(await world.shelf.get(deskKey));
});
