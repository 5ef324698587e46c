/**
 * One clock for all relative dates of a page. It runs only while one of them can be seen, and tells those alone.
 */
const minute = 60_000;
const ticks = new Map<Element, () => void>();
const seen = new Set<Element>();
let observer: IntersectionObserver | undefined;
let timer: ReturnType<typeof setInterval> | undefined;

function onSight(entries: IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) seen.delete(target);
    else if (ticks.has(target)) {
      seen.add(target);
      // It may have been out of sight for hours.
      ticks.get(target)?.();
    }
  }
  run();
}

function run(): void {
  if (seen.size === 0) {
    clearInterval(timer);
    timer = undefined;
  } else timer ??= setInterval(() => seen.forEach((element) => ticks.get(element)?.()), minute / 2);
}

/** Calls back twice a minute while the element is in view; returns how to stop. */
export function whileInView(element: Element, tick: () => void): () => void {
  observer ??= new IntersectionObserver(onSight);
  ticks.set(element, tick);
  observer.observe(element);
  return () => {
    observer?.unobserve(element);
    ticks.delete(element);
    seen.delete(element);
    run();
  };
}
