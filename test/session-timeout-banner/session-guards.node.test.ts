import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FakeWorld, silence } from './fake-world.js';

describe('an attempt to extend', () => {
  test('is not made once the time is over, though the last one failed and the next is due', async () => {
    const world = new FakeWorld({ keepAlive: () => 'network' });
    await world.pass(1750);
    world.session.extend();
    await world.settle();
    assert.equal(world.kept.length, 1);
    await world.sleep(120);
    assert.equal(world.kept.length, 1);
    assert.equal(world.view.phase, 'expired');
  });

  test('nor for use that was not told yet', async () => {
    const world = new FakeWorld({ keepAlive: () => 1_800_000 });
    await world.pass(30);
    world.session.use();
    await world.sleep(3600);
    assert.deepEqual(world.kept, []);
    assert.equal(world.view.phase, 'expired');
  });

  test('does not wait for a status that does not answer', async () => {
    const world = new FakeWorld({ status: silence, keepAlive: () => 1_800_000 });
    await world.pass(1735);
    assert.equal(world.asked.length, 1);
    world.session.extend();
    await world.settle();
    assert.deepEqual(world.kept, [1_735_000]);
    assert.deepEqual(world.told, ['extended']);
  });

  test('is not undone by the answer of a status asked before it', async () => {
    let answerStatus: (left: number) => void = () => undefined;
    const world = new FakeWorld({
      status: () => new Promise<number>((resolve) => (answerStatus = resolve)),
      keepAlive: () => 1_800_000,
    });
    await world.pass(1735);
    world.session.extend();
    await world.settle();
    answerStatus(65_000);
    await world.settle();
    assert.equal(world.view.secondsLeft, 1800);
  });
});
