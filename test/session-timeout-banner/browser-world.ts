const original = {
  now: performance.now.bind(performance),
  date: Date.now.bind(Date),
  fetch: window.fetch.bind(window),
};
let monotonic = 0;
let wall = 0;

/** From now on time passes as it does, plus what `leap()` and `setWallClock()` add. */
export function stubTime(): void {
  monotonic = wall = 0;
  performance.now = () => original.now() + monotonic;
  Date.now = () => original.date() + wall;
}

/** Time passes at once on all clocks, as for a page that was frozen; then the page looks. */
export async function leap(seconds: number): Promise<void> {
  monotonic += seconds * 1000;
  wall += seconds * 1000;
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

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Requests wait for `reply`, and are written down. */
export function stubFetch(): { calls: [url: string, method: string][]; reply: (response: Response | Error) => void } {
  const calls: [string, string][] = [];
  const waiting: ((response: Response | Error) => void)[] = [];
  window.fetch = (input, init) =>
    new Promise((resolve, reject) => {
      calls.push([input instanceof Request ? input.url : String(input), init?.method ?? 'GET']);
      waiting.push((response) => (response instanceof Error ? reject(response) : resolve(response)));
    });
  return { calls, reply: (response) => waiting.shift()?.(response) };
}

export function answer(status: number, body?: object): Response {
  return new Response(body ? JSON.stringify(body) : null, { status });
}

export function restoreWorld(): void {
  performance.now = original.now;
  Date.now = original.date;
  window.fetch = original.fetch;
}

/** What a reader reads, without the lines that only a screen reader gets. */
export function text(element: Element): string {
  const surface = element.shadowRoot?.querySelector('dialog[open] .content, [popover] .content') ?? element;
  return element.shadowRoot && surface === element ? '' : surface.textContent.replace(/\s+/g, ' ').trim();
}

export function part(element: Element, name: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(`[part="${name}"]`);
  if (!found) throw new Error(`There is no part "${name}".`);
  return found;
}
