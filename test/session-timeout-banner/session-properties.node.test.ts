import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Reply } from '../../src/session-timeout-banner/session-world.js';
import { FakeWorld } from './fake-world.js';

const timeout = 600_000;
const warning = 60_000;
/** Also such as end before a minute has passed, or are to be warned of before it has. */
const timeouts = fc.constantFrom(30_000, 70_000, 90_000, 100_000, 120_000, timeout);

const step = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 0, max: 400 }) }),
  fc.record({ kind: fc.constant('sleep' as const), seconds: fc.integer({ min: 0, max: 700 }) }),
  fc.record({ kind: fc.constant('use' as const) }),
  fc.record({ kind: fc.constant('extend' as const) }),
  fc.record({ kind: fc.constant('look' as const), freshness: fc.constantFrom(0, 5_000, 60_000, Infinity) }),
  fc.record({
    kind: fc.constant('news' as const),
    left: fc.integer({ min: 0, max: 600 }),
    age: fc.integer({ min: 0, max: 60 }),
  }),
  fc.record({ kind: fc.constant('network' as const), online: fc.boolean() }),
  fc.record({
    kind: fc.constant('server' as const),
    answers: fc.constantFrom(
      'well' as const,
      'network' as const,
      'unavailable' as const,
      'refused' as const,
      'never' as const,
    ),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function take(world: FakeWorld, next: Step): Promise<void> {
  if (next.kind === 'pass') await world.pass(next.seconds);
  else if (next.kind === 'sleep') await world.sleep(next.seconds);
  else if (next.kind === 'use') world.session.use();
  else if (next.kind === 'extend') world.session.extend();
  else if (next.kind === 'look') world.look(next.freshness);
  else if (next.kind === 'network') world.isOnline = next.online;
  await world.settle();
}

test('the local timer is its model: the last use or extension plus the timeout, whatever happens in which order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const world = new FakeWorld({ timeout, warning });
      let end = timeout;
      let ended = false;
      for (const next of steps) {
        if (!ended && (next.kind === 'use' || next.kind === 'extend')) end = world.time + timeout;
        if (!ended && next.kind === 'news') {
          world.session.hear(next.left * 1000, world.time - next.age * 1000);
          end = Math.max(end, world.time + (next.left - next.age) * 1000);
        }
        await take(world, next);
        ended ||= world.time >= end;
        const left = end - world.time;
        assert.equal(world.view.phase, ended ? 'expired' : left <= warning ? 'warning' : 'idle');
        if (!ended) assert.equal(world.view.secondsLeft, Math.ceil(left / 1000));
      }
    }),
    {
      numRuns: 300,
      // Another tab knew of a little more time: not enough to take the warning back.
      examples: [
        [
          [
            { kind: 'sleep', seconds: 541 },
            { kind: 'news', left: 67, age: 7 },
          ],
        ],
      ],
    },
  );
});

test('with a server, no more is believed than it said, and nothing is said to be extended that is not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.boolean(), timeouts, async (steps, withStatus, timeout) => {
      let answers: 'well' | 'never' | 'network' | 'unavailable' | 'refused' = 'well';
      /** When the server ends the session: it knows of every request that extends, even where its answer is lost. */
      let end = timeout;
      let extensions = 0;
      const reply =
        (extend: boolean) =>
        (time: number): Reply | Promise<Reply> => {
          if (answers === 'never') return new Promise<Reply>(() => undefined);
          if (answers !== 'well') return answers;
          if (time >= end) return 0;
          if (extend) {
            end = time + timeout;
            extensions++;
          }
          return end - time;
        };
      const world = new FakeWorld({
        timeout,
        warning,
        keepAlive: reply(true),
        ...(withStatus ? { status: reply(false) } : {}),
      });
      for (const next of steps) {
        if (next.kind === 'server') answers = next.answers;
        if (next.kind === 'news') continue;
        await take(world, next);
        const { view, told, kept, failed } = world;
        const isOver = view.phase === 'expired';
        const most = Math.max(0, Math.ceil((end - world.time) / 1000));
        assert.ok(isOver || view.secondsLeft <= most, 'believed to be longer than it is');
        assert.ok(told.filter((event) => event === 'extended').length <= extensions, 'said extended without an answer');
        const tooSoon = failed.some((before) => kept.some((at) => at > before && at < before + 5_000));
        assert.ok(!tooSoon, 'tried again too soon');
        assert.ok(told.filter((event) => event === 'expired').length === Number(isOver));
        if (view.phase === 'idle') assert.ok(world.due > world.time, 'a timer that would spin');
      }
    }),
    { numRuns: 300 },
  );
});
