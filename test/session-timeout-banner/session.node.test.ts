import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Reply } from '../../src/session-timeout-banner/session-world.js';
import { FakeWorld, silence } from './fake-world.js';

describe('the local timer', () => {
  test('warns a minute before the end, and ends', async () => {
    const world = new FakeWorld();
    await world.pass(1739);
    assert.equal(world.view.phase, 'idle');
    await world.pass(1);
    assert.equal(world.view.phase, 'warning');
    assert.equal(world.view.secondsLeft, 60);
    await world.pass(59);
    assert.equal(world.view.secondsLeft, 1);
    await world.pass(1);
    assert.equal(world.view.phase, 'expired');
    assert.deepEqual(world.told, ['warning', 'expired']);
  });

  test('extends by the button, and tells the other tabs', async () => {
    const world = new FakeWorld();
    await world.pass(1750);
    world.session.extend();
    assert.equal(world.view.phase, 'idle');
    assert.equal(world.view.secondsLeft, 1800);
    assert.equal(world.shared.at(-1), 1_800_000);
  });

  test('use extends quietly and takes a warning back', async () => {
    const world = new FakeWorld();
    await world.pass(1000);
    world.session.use();
    assert.equal(world.view.secondsLeft, 1800);
    assert.deepEqual(world.told, []);
    await world.pass(1745);
    assert.equal(world.view.phase, 'warning');
    world.session.use();
    assert.equal(world.view.phase, 'idle');
    assert.deepEqual(world.told, ['warning', 'extended']);
  });

  test('tells the other tabs of use every second at most', async () => {
    const world = new FakeWorld();
    world.shared.length = 0;
    for (let press = 0; press < 1000; press++) {
      await world.pass(0.01);
      world.session.use();
    }
    assert.equal(world.shared.length, 10);
  });

  test('sleep over the end ends it as soon as the page looks, without a warning', async () => {
    const world = new FakeWorld();
    await world.sleep(7200);
    assert.equal(world.view.phase, 'expired');
    assert.deepEqual(world.told, ['expired']);
  });

  test('sleep into the warning shows what is really left', async () => {
    const world = new FakeWorld();
    await world.sleep(1790);
    assert.equal(world.view.secondsLeft, 10);
  });

  test('has one timer between warnings, and it is the one that warns', () => {
    const world = new FakeWorld();
    assert.equal(world.due, 1_740_000);
  });

  test('holds the end up while the host saves', async () => {
    const world = new FakeWorld({ timeout: 25_000, warning: 20_000 });
    let saved: (value: unknown) => void = () => undefined;
    world.saving = new Promise((resolve) => (saved = resolve));
    await world.pass(30);
    assert.equal(world.view.phase, 'warning');
    world.session.extend();
    assert.equal(world.view.phase, 'warning');
    saved(undefined);
    await world.settle();
    assert.equal(world.view.phase, 'expired');
  });

  test('stops for good, even while saving', async () => {
    const world = new FakeWorld();
    const ending = world.session.end(true);
    world.session.stop();
    await ending;
    assert.deepEqual(world.told, []);
    assert.equal(world.due, Infinity);
  });
});

describe('the final end', () => {
  test('cannot be extended', async () => {
    const world = new FakeWorld({ final: 600_000 });
    assert.equal(world.view.extendable, false);
    world.session.use();
    await world.pass(545);
    assert.equal(world.view.phase, 'warning');
    world.session.extend();
    await world.pass(55);
    assert.equal(world.view.phase, 'expired');
  });

  test('caps what the server promises', async () => {
    const world = new FakeWorld({ final: 2_000_000, keepAlive: () => 1_800_000 });
    await world.pass(1750);
    world.session.extend();
    await world.settle();
    assert.equal(world.view.secondsLeft, 250);
    assert.equal(world.view.extendable, false);
  });
});

describe('the status', () => {
  test('is asked before the warning, which the answer can spare', async () => {
    const world = new FakeWorld({ status: () => 900_000 });
    await world.pass(1745);
    assert.deepEqual(world.asked, [1_730_000]);
    assert.equal(world.view.phase, 'idle');
    assert.equal(world.view.secondsLeft, 885);
  });

  test('is not asked again while its answer is fresh: a server that always says the same is warned of', async () => {
    const world = new FakeWorld({ timeout: 25_000, warning: 20_000, status: () => 25_000 });
    await world.pass(5);
    assert.equal(world.asked.length, 1);
    assert.equal(world.view.phase, 'warning');
  });

  test('is asked before the end, and 401 ends', async () => {
    const answers: Reply[] = [65_000, 0];
    const world = new FakeWorld({ status: () => answers.shift() ?? 'network' });
    await world.pass(1800);
    assert.equal(world.asked.length, 2);
    assert.equal(world.view.phase, 'expired');
    assert.ok((world.shared.at(-1) ?? 0) < 0);
  });

  test('when it fails or hangs, the local deadline counts', async () => {
    for (const status of [() => 'network' as const, silence, () => 'format' as const]) {
      const world = new FakeWorld({ status });
      await world.pass(1741);
      assert.equal(world.view.phase, 'warning');
      await world.pass(70);
      assert.equal(world.view.phase, 'expired');
      // Believed, not known: the other tabs decide for themselves.
      assert.ok((world.shared.at(-1) ?? -1) >= 0);
    }
  });

  test('when it hangs, the end comes when it would have come', async () => {
    for (const first of [silence, () => 70_000]) {
      const answers = [first];
      const world = new FakeWorld({ status: () => (answers.shift() ?? silence)() });
      await world.pass(1799.9);
      assert.equal(world.view.phase, 'warning');
      await world.pass(0.2);
      assert.equal(world.view.phase, 'expired');
    }
  });

  test('is waited for after an end that was slept into, though asked before the sleep', async () => {
    let answer: (left: Reply) => void = () => undefined;
    const world = new FakeWorld({ status: () => new Promise((resolve) => (answer = resolve)) });
    await world.pass(1732);
    world.time += 3_600_000;
    // The timer may fire before the request is given up.
    world.look();
    assert.notEqual(world.view.phase, 'expired');
    await world.sleep(0);
    assert.equal(world.asked.length, 2);
    answer(900_000);
    await world.settle();
    assert.equal(world.view.phase, 'idle');
  });

  test('is asked on return before anything is shown', async () => {
    const answers: Reply[] = [1_000_000];
    const world = new FakeWorld({ status: () => answers.shift() ?? 'network' });
    await world.sleep(3600);
    assert.equal(world.view.phase, 'idle');
    assert.equal(world.view.secondsLeft, 1000);
    assert.deepEqual(world.told, []);
  });

  test('without a keep-alive nothing can be extended', () => {
    const world = new FakeWorld({ status: () => 'network' });
    assert.equal(world.view.extendable, false);
  });
});

describe('keep-alive', () => {
  test('says extended only after the answer', async () => {
    let answer: (value: Reply) => void = () => undefined;
    const world = new FakeWorld({ keepAlive: () => new Promise((resolve) => (answer = resolve)) });
    await world.pass(1750);
    world.session.extend();
    assert.equal(world.view.phase, 'extending');
    await world.pass(2);
    assert.deepEqual(world.told, ['warning']);
    answer(1_200_000);
    await world.settle();
    assert.equal(world.view.phase, 'idle');
    // Counted from the question, so never too long.
    assert.equal(world.view.secondsLeft, 1198);
  });

  test('401 ends the session everywhere', async () => {
    const world = new FakeWorld({ keepAlive: () => 0 });
    await world.pass(1750);
    world.session.extend();
    await world.settle();
    assert.equal(world.view.phase, 'expired');
    assert.ok((world.shared.at(-1) ?? 0) < 0);
  });

  for (const failure of ['network', 'unavailable'] as const) {
    test(`${failure}: tried again with back-off, at most twelve times a minute, until the end`, async () => {
      const world = new FakeWorld({ timeout: 400_000, warning: 300_000, keepAlive: () => failure });
      await world.pass(100);
      world.session.extend();
      await world.pass(290);
      assert.equal(world.view.phase, 'extending');
      assert.ok(world.kept.length > 10);
      const pauses = world.kept.slice(1).map((at, index) => at - (world.kept[index] ?? 0));
      assert.ok(Math.min(...pauses) >= 5_000 && Math.max(...pauses) <= 21_000, String(pauses));
      assert.ok((pauses.at(-1) ?? 0) > (pauses[0] ?? 0));
      assert.equal(world.reasons.length, world.kept.length);
      await world.pass(10);
      assert.equal(world.view.phase, 'expired');
    });
  }

  test('no answer in ten seconds is a failure too, and the next attempt may succeed', async () => {
    const answers = [silence, () => 1_800_000];
    const world = new FakeWorld({ keepAlive: () => (answers.shift() ?? silence)() });
    await world.pass(1745);
    world.session.extend();
    await world.pass(11);
    assert.deepEqual(world.reasons, ['timeout']);
    assert.deepEqual(world.told.at(-1), 'extended');
  });

  test('is offline without a network, and hurries when it is back', async () => {
    let answer: Reply = 'network';
    const world = new FakeWorld({ warning: 300_000, keepAlive: () => answer });
    await world.pass(1510);
    world.isOnline = false;
    world.session.extend();
    await world.pass(120);
    assert.equal(world.view.phase, 'offline');
    answer = 1_800_000;
    world.isOnline = true;
    world.look(5_000);
    await world.pass(5);
    assert.deepEqual(world.told.at(-1), 'extended');
  });

  for (const failure of ['refused', 'format'] as const) {
    test(`${failure}: no use in trying again, and said so`, async () => {
      const world = new FakeWorld({ keepAlive: () => failure });
      await world.pass(1745);
      world.session.extend();
      await world.settle();
      assert.equal(world.view.phase, 'warning');
      assert.equal(world.view.failures, 1);
      await world.pass(30);
      assert.equal(world.kept.length, 1);
    });
  }

  test('a thousand key presses make one request a minute or a tenth of the timeout, whichever is longer', async () => {
    for (const [timeout, requests] of [
      [600_000, 16],
      [1_800_000, 5],
    ] as const) {
      const world = new FakeWorld({ timeout, keepAlive: () => timeout });
      for (let press = 0; press < 1000; press++) {
        await world.pass(1);
        world.session.use();
      }
      await world.settle();
      assert.equal(world.kept.length, requests);
    }
  });

  test('use is told once a minute also where the warning would come sooner, and spares it', async () => {
    for (const [timeout, at] of [
      [120_000, 60_000],
      [100_000, 60_000],
      [90_000, 60_000],
      // Whoever is warned after an attempt in vain needs twenty seconds, so here a minute would be too late.
      [70_000, 40_000],
      [24_000, 12_000],
    ] as const) {
      let answer: (value: Reply) => void = () => undefined;
      const world = new FakeWorld({
        timeout,
        warning: Math.min(60_000, timeout - 4_000),
        keepAlive: () => new Promise((resolve) => (answer = resolve)),
      });
      for (let second = 2; second <= at; second += 2_000) {
        await world.pass(2);
        world.session.use();
        assert.equal(world.view.phase, 'idle');
      }
      await world.pass(2);
      assert.deepEqual(world.kept, [at]);
      assert.equal(world.view.phase, 'idle');
      answer(timeout);
      await world.settle();
      assert.deepEqual(world.told, ['extended']);
    }
  });

  test('use that could not be told is warned of at once where the warning was spared', async () => {
    const world = new FakeWorld({ timeout: 100_000, keepAlive: () => 'unavailable' });
    await world.pass(2);
    world.session.use();
    await world.pass(57);
    assert.deepEqual(world.told, []);
    await world.pass(1);
    assert.deepEqual(world.told, ['extend-failed', 'warning']);
  });

  test('use in another tab spares the warning here until that tab must have told of it', async () => {
    const active = new FakeWorld({ timeout: 100_000, keepAlive: silence });
    await active.pass(10);
    active.session.use();
    await active.pass(10);
    active.session.use();
    assert.deepEqual(
      [active.shared, active.toldOthers],
      [
        [100_000, 90_000],
        [undefined, 'used'],
      ],
    );
    const idle = new FakeWorld({ timeout: 100_000, keepAlive: silence });
    await idle.pass(10);
    idle.session.hear(90_000, idle.time, 'used');
    await idle.pass(59);
    assert.equal(idle.view.phase, 'idle');
    await idle.pass(1);
    assert.deepEqual(idle.told, ['warning']);
    assert.deepEqual(idle.kept, []);
  });

  test('use in another tab from before the last extension spares nothing', async () => {
    const world = new FakeWorld({ timeout: 100_000, keepAlive: () => 100_000 });
    await world.pass(30);
    world.session.extend();
    await world.settle();
    world.session.hear(100_000, 20_000, 'used');
    await world.pass(40);
    assert.equal(world.view.phase, 'warning');
  });

  test('use is told in time where the timeout is no longer than the warning', async () => {
    const world = new FakeWorld({ timeout: 40_000, keepAlive: () => 40_000 });
    for (let press = 0; press < 120; press++) {
      await world.pass(1);
      world.session.use();
    }
    assert.notEqual(world.view.phase, 'expired');
    assert.ok(world.kept.length <= 6, String(world.kept));
  });

  test('use too soon for a request is not forgotten: it extends in place of the warning', async () => {
    const world = new FakeWorld({ keepAlive: () => 1_800_000 });
    await world.pass(30);
    world.session.use();
    assert.equal(world.kept.length, 0);
    await world.pass(1720);
    assert.equal(world.kept.length, 1);
    assert.deepEqual(world.told, ['extended']);
  });
});

describe('attempts and questions', () => {
  test('nothing is tried at the end that was slept into: it ends', async () => {
    const world = new FakeWorld({ keepAlive: () => 'network' });
    await world.pass(1750);
    world.session.extend();
    await world.settle();
    const attempts = world.kept.length;
    await world.sleep(3600);
    assert.equal(world.kept.length, attempts);
    assert.equal(world.view.phase, 'expired');
  });

  test('the one call that extends does not wait for the answer to a question', async () => {
    const world = new FakeWorld({ status: silence, keepAlive: () => 1_800_000 });
    await world.pass(1731);
    assert.deepEqual([world.asked.length, world.kept.length], [1, 0]);
    world.session.extend();
    assert.deepEqual(world.kept, [1_731_000]);
    await world.settle();
    assert.deepEqual(world.told, ['extended']);
  });

  test('an answer to a question does not hide use that the server has not heard of', async () => {
    const world = new FakeWorld({ status: () => 1_760_000, keepAlive: () => 1_800_000 });
    await world.pass(30);
    world.session.use();
    await world.pass(10);
    world.look(5_000);
    await world.pass(1_700);
    assert.deepEqual([world.asked.length, world.kept.length], [1, 1]);
    assert.deepEqual(world.told, ['extended']);
  });
});

describe('other tabs', () => {
  test('a later deadline is taken over, and takes the warning back', async () => {
    const world = new FakeWorld();
    await world.pass(1750);
    world.session.hear(1_800_000, world.time - 1_000);
    assert.equal(world.view.phase, 'idle');
    assert.equal(world.view.secondsLeft, 1799);
  });

  test('an extension is told once, also where nothing was warned of, or the same was on its way', async () => {
    const idle = new FakeWorld({ keepAlive: silence });
    await idle.pass(100);
    idle.session.hear(1_800_000, idle.time, 'extended');
    idle.session.hear(1_800_000, idle.time + 300, 'extended');
    assert.deepEqual(idle.told, ['extended']);
    let answer: (value: Reply) => void = () => undefined;
    const asking = new FakeWorld({ keepAlive: () => new Promise((resolve) => (answer = resolve)) });
    await asking.pass(100);
    asking.session.extend();
    asking.session.hear(1_800_000, asking.time, 'extended');
    answer(1_800_000);
    await asking.settle();
    assert.deepEqual(asking.told, ['extended']);
    assert.equal(asking.view.phase, 'idle');
  });

  test('more time that nobody asked for is no extension', async () => {
    const world = new FakeWorld();
    await world.pass(100);
    world.session.hear(1_800_000, world.time);
    assert.deepEqual(world.told, []);
    assert.equal(world.view.secondsLeft, 1800);
  });

  test('an earlier one is not', () => {
    const world = new FakeWorld();
    world.session.hear(60_000, world.time);
    assert.equal(world.view.secondsLeft, 1800);
  });

  test('what was left behind is read before warning', async () => {
    const world = new FakeWorld();
    world.news = 1_800_000;
    await world.sleep(1790);
    assert.equal(world.view.phase, 'idle');
  });

  test("news older than the server's word changes nothing", async () => {
    const world = new FakeWorld({ status: () => 100_000 });
    await world.pass(1730);
    world.session.hear(1_800_000, world.time - 1_000);
    assert.equal(world.view.secondsLeft, 100);
  });

  test('the end reaches this tab, and is not sent on', async () => {
    const world = new FakeWorld();
    world.session.hear(-1, world.time);
    await world.settle();
    assert.equal(world.view.phase, 'expired');
    assert.ok((world.shared.at(-1) ?? -1) >= 0);
  });
});
