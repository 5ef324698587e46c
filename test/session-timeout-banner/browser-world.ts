import { waitUntil } from '../wait-until.js';

const original = {
  now: performance.now.bind(performance),
  Date,
  fetch: window.fetch.bind(window),
};
let monotonic = 0;
let wall = 0;

/** From now on time passes as it does, plus what `leap()` and `setWallClock()` add. */
export function stubTime(): void {
  monotonic = wall = 0;
  performance.now = () => original.now() + monotonic;
  window.Date = class extends Date {
    static override now = () => original.Date.now() + wall;
    constructor(...written: unknown[]) {
      super(...((written.length > 0 ? written : [new.target.now()]) as []));
    }
  } as DateConstructor;
}

/** All clocks go forward, and nobody looks. */
export function advance(milliseconds: number): void {
  monotonic += milliseconds;
  wall += milliseconds;
}

/** Time passes at once on all clocks, as for a page that was frozen; then the page looks. */
export async function leap(seconds: number): Promise<void> {
  advance(seconds * 1000);
  look();
  await settled();
}

/** Only the wall clock changes. */
export async function setWallClock(seconds: number): Promise<void> {
  wall += seconds * 1000;
  look();
  await settled();
}

export function look(): void {
  window.dispatchEvent(new Event('focus'));
}

export const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

/** Requests wait for `reply`, or it for them, and are written down. */
export function stubFetch(): {
  calls: [url: string, method: string][];
  reply: (response: Response | Error) => void;
  asked: (times: number) => Promise<void>;
} {
  const calls: [string, string][] = [];
  const waiting: ((response: Response | Error) => void)[] = [];
  const replies: (Response | Error)[] = [];
  const meet = () => {
    if (waiting.length > 0 && replies.length > 0) waiting.shift()?.(replies.shift() as Response);
  };
  window.fetch = (input, init) =>
    new Promise((resolve, reject) => {
      calls.push([input instanceof Request ? input.url : String(input), init?.method ?? 'GET']);
      waiting.push((response) => (response instanceof Error ? reject(response) : resolve(response)));
      meet();
    });
  return {
    calls,
    reply(response) {
      replies.push(response);
      meet();
    },
    // A keep-alive first takes its turn among the tabs.
    asked: (times) => waitUntil(() => calls.length === times, `${times} requests`),
  };
}

export function answer(status: number, body?: object): Response {
  return new Response(body ? JSON.stringify(body) : null, { status });
}

export function restoreWorld(): void {
  performance.now = original.now;
  window.Date = original.Date;
  window.fetch = original.fetch;
}

/** What a reader reads, without the lines that only a screen reader gets. */
export function text(element: Element): string {
  if (!element.shadowRoot) return element.textContent.replace(/\s+/g, ' ').trim();
  const surface = element.shadowRoot.querySelector(':modal, :popover-open')?.cloneNode(true) as Element | undefined;
  surface?.querySelector('[role="alert"]')?.remove();
  return surface ? text(surface) : '';
}

export function part(element: Element, name: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(`[part="${name}"]`);
  if (!found) throw new Error(`There is no part "${name}".`);
  return found;
}

/** Watches which timers are set and neither fired nor cleared, by their delays. */
export function countTimers(): { alive: () => number[]; stop: () => void } {
  const set = window.setTimeout.bind(window);
  const clear = window.clearTimeout.bind(window);
  const repeat = window.setInterval.bind(window);
  const alive = new Map<unknown, number>();
  // Only those of the library: the page's test tools set theirs with short delays.
  const watched = (delay = 0) => delay >= 1000;
  Object.assign(window, {
    setTimeout: (action: () => void, delay?: number) => {
      const id: unknown = set(() => {
        alive.delete(id);
        action();
      }, delay);
      if (watched(delay)) alive.set(id, delay ?? 0);
      return id;
    },
    clearTimeout: (id: number) => {
      alive.delete(id);
      clear(id);
    },
    setInterval: (action: () => void, delay?: number) => {
      const id: unknown = repeat(action, delay);
      alive.set(id, delay ?? 0);
      return id;
    },
  });
  return {
    alive: () => [...alive.values()],
    stop: () => Object.assign(window, { setTimeout: set, clearTimeout: clear, setInterval: repeat }),
  };
}
