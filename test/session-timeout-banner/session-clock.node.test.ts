import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createSessionClock } from '../../src/session-timeout-banner/session-clock.js';

/** A device whose true time is known. */
class Device {
  time = 0;
  monotonic = 5_000;
  wall = 1_800_000_000_000;
  away = false;
  readonly now = createSessionClock(() => [this.monotonic, this.wall, this.away]);
  readonly began = this.now();

  run(milliseconds: number): void {
    this.time += milliseconds;
    this.monotonic += milliseconds;
    this.wall += milliseconds;
  }

  /** On most systems the monotonic clock stands still meanwhile, on some it does not. */
  sleep(milliseconds: number, standsStill: boolean): void {
    this.turn(true);
    this.time += milliseconds;
    this.wall += milliseconds;
    if (!standsStill) this.monotonic += milliseconds;
    this.turn(false);
  }

  /** The page hides or comes back, which it hears of. */
  turn(away: boolean): void {
    this.away = away;
    this.now();
  }

  get elapsed(): number {
    return this.now() - this.began;
  }
}

const duration = fc.integer({ min: 0, max: 100_000_000 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('run' as const), by: duration }),
  fc.record({
    kind: fc.constant('sleep' as const),
    by: fc.integer({ min: 3_000, max: 100_000_000 }),
    still: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('set' as const), by: fc.integer({ min: -100_000_000, max: 100_000_000 }) }),
  fc.record({ kind: fc.constant('hide' as const), by: duration }),
  fc.record({ kind: fc.constant('look' as const) }),
);

test('counts sleep, and no setting of the wall clock, in any order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const device = new Device();
      for (const next of steps) {
        if (next.kind === 'run') device.run(next.by);
        else if (next.kind === 'sleep') device.sleep(next.by, next.still);
        else if (next.kind === 'set') device.wall += next.by;
        else if (next.kind === 'look') device.now();
        else {
          device.turn(true);
          device.run(next.by);
          device.turn(false);
        }
      }
      assert.equal(device.elapsed, device.time);
    }),
  );
});

test('a correction of the clock is no sleep, even of a hidden page', () => {
  const device = new Device();
  device.turn(true);
  device.wall += 1_900;
  assert.equal(device.elapsed, 0);
});

test('a clock set back during sleep takes no time away', () => {
  const device = new Device();
  device.turn(true);
  device.wall -= 86_400_000;
  device.run(1_000);
  assert.equal(device.elapsed, 1_000);
});
