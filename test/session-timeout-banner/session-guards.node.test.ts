import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Reply } from '../../src/session-timeout-banner/session-world.js';
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

describe('use that was not told yet', () => {
  test('is told when a minute or a tenth of the timeout has passed, not when the warning comes', async () => {
    const world = new FakeWorld({ keepAlive: () => 1_800_000 });
    await world.pass(30);
    world.session.use();
    await world.pass(149);
    assert.deepEqual(world.kept, []);
    await world.pass(1);
    assert.deepEqual(world.kept, [180_000]);
  });

  test('is not forgotten over another tab that only asked, and heard of a second more', async () => {
    const world = new FakeWorld({ keepAlive: () => 1_800_000 });
    await world.pass(30);
    world.session.use();
    await world.pass(60);
    world.session.hear(1_711_000, world.time);
    await world.pass(120);
    assert.equal(world.kept.length, 1);
  });

  test('needs no telling once another tab has extended', async () => {
    const world = new FakeWorld({ keepAlive: () => 1_800_000 });
    await world.pass(30);
    world.session.use();
    await world.pass(60);
    world.session.hear(1_800_000, world.time);
    await world.pass(600);
    assert.deepEqual(world.kept, []);
  });

  test('is told again with back-off where the server fails, and only once where it refuses', async () => {
    for (const [reply, attempts] of [
      ['unavailable', 5],
      ['refused', 1],
    ] as const) {
      const world = new FakeWorld({ keepAlive: () => reply });
      await world.pass(200);
      world.session.use();
      await world.pass(50);
      assert.equal(world.kept.length, attempts);
      assert.equal(world.reasons.length, attempts);
      assert.equal(world.view.phase, attempts > 1 ? 'extending' : 'idle');
      assert.equal(world.view.open, false);
      const { length } = world.kept;
      await world.pass(400);
      assert.equal(world.kept.length > length, attempts > 1);
    }
  });

  test('is no reason to tick while it is tried again and nothing is to be seen', async () => {
    const world = new FakeWorld({ keepAlive: () => 'network' });
    await world.pass(200);
    world.session.use();
    await world.settle();
    assert.equal(world.due, world.time + 5_000);
  });
});

describe('the server before the end', () => {
  test('is asked, however short ago it was asked, and not again when it fails', async () => {
    const answers: Reply[] = [3_000, 2_000];
    const world = new FakeWorld({ timeout: 20_000, warning: 20_000, status: () => answers.shift() ?? 'network' });
    await world.pass(30);
    assert.deepEqual(world.asked, [0, 2_000, 3_000]);
    assert.equal(world.view.phase, 'expired');
  });

  test('may promise for ever: the other tabs hear of that, and not of an end', async () => {
    const world = new FakeWorld({ keepAlive: () => Infinity });
    world.session.extend();
    await world.settle();
    const other = new FakeWorld({ keepAlive: () => 'network' });
    // As it travels.
    other.session.hear(JSON.parse(JSON.stringify(world.shared.at(-1))) as number, 0);
    await other.settle();
    assert.equal(other.view.phase, 'idle');
  });
});

describe('what the host changes', () => {
  test('a longer timeout moves the end, an end of its own replaces it, and both reach the other tabs', async () => {
    const world = new FakeWorld();
    await world.pass(1000);
    world.session.change({ ...world.terms, timeout: 3_600_000 });
    assert.equal(world.shared.at(-1), 2_600_000);
    world.session.change({ ...world.terms, timeout: 3_600_000, expiresAt: 1_500_000 });
    assert.equal(world.shared.at(-1), 500_000);
    assert.equal(world.view.secondsLeft, 500);
  });

  test('revives no session that has ended', async () => {
    const world = new FakeWorld();
    await world.session.end(true);
    world.session.change({ ...world.terms, timeout: 3_600_000 });
    assert.equal(world.view.phase, 'expired');
    assert.ok((world.shared.at(-1) ?? 0) < 0);
  });

  test('use from before the end was printed anew is not told any more: who printed it knew of it', async () => {
    const world = new FakeWorld({ keepAlive: () => 1_800_000 });
    await world.pass(300);
    world.session.use();
    await world.pass(1);
    const { length } = world.kept;
    world.session.use();
    world.session.change({ ...world.terms, expiresAt: world.time + 70_000 });
    await world.pass(10);
    assert.equal(world.view.phase, 'warning');
    assert.equal(world.kept.length, length);
  });
});
