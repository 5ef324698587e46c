import { advance, settled } from './browser-world.js';

/** Timers of a second and more fire when the test lets time pass; the shorter ones of the test tools are left alone. */
export function fakeTimers(): { pass: (seconds: number) => Promise<void>; restore: () => void } {
  const set = window.setTimeout.bind(window);
  const clear = window.clearTimeout.bind(window);
  const waiting = new Map<number, { at: number; action: () => void }>();
  let now = 0;
  let lastId = 1_000_000;
  const goTo = (time: number) => {
    advance(time - now);
    now = time;
  };
  const firstBefore = (end: number) =>
    [...waiting].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
  Object.assign(window, {
    setTimeout: (action: () => void, delay = 0) => {
      if (delay < 1_000) return set(action, delay);
      waiting.set(++lastId, { at: now + delay, action });
      return lastId;
    },
    clearTimeout: (id: number) => {
      if (!waiting.delete(id)) clear(id);
    },
  });
  return {
    async pass(seconds) {
      const end = now + seconds * 1_000;
      for (let next = firstBefore(end); next; next = firstBefore(end)) {
        const [id, { at, action }] = next;
        waiting.delete(id);
        goTo(at);
        action();
        await settled();
      }
      goTo(end);
      await settled();
    },
    restore: () => Object.assign(window, { setTimeout: set, clearTimeout: clear }),
  };
}
