/**
 * One clock for all relative dates of a page. It runs only while one of them can be seen, and tells those alone.
 */
const ticks = new Map<Element, () => void>();
const seen = new Set<Element>();
let timer: ReturnType<typeof setInterval> | undefined;

const tick = (element: Element) => ticks.get(element)?.();

function watch(element: Element, inView: boolean): void {
  if (inView) {
    seen.add(element);
    // It may have been out of sight for hours.
    tick(element);
  } else seen.delete(element);
  if (seen.size > 0) timer ??= setInterval(() => seen.forEach(tick), 30_000);
  else {
    clearInterval(timer);
    timer = undefined;
  }
}

let observer: IntersectionObserver | undefined;

/** Calls back twice a minute while the element is in view; returns how to stop. */
export function whileInView(element: Element, onTick: () => void): () => void {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) watch(target, isIntersecting && ticks.has(target));
  });
  ticks.set(element, onTick);
  observer.observe(element);
  return () => {
    observer?.unobserve(element);
    ticks.delete(element);
    watch(element, false);
  };
}
