interface Updatable extends Element {
  requestUpdate(): void;
}

const inView = new Set<Updatable>();
let timer: ReturnType<typeof setInterval> | undefined;
let observer: IntersectionObserver | undefined;

/**
 * Updates the element when it comes into view, and twice a minute while it is there: one timer for all relative dates
 * of a page, which rests while none can be seen. An element that leaves the page leaves the view, too.
 */
export function keepCurrent(element: Updatable): void {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      inView[isIntersecting ? 'add' : 'delete'](target as Updatable);
      (target as Updatable).requestUpdate();
    }
    clearInterval(timer);
    if (inView.size > 0) timer = setInterval(() => inView.forEach((one) => one.requestUpdate()), 30_000);
  });
  observer.observe(element);
}
