/** The end must not wait for a host for ever. */
const longestWait = 5_000;

/** The session is ending. A host that has something to save holds the end up, for at most five seconds. */
export interface SessionExpiringEvent extends Event {
  /** The end waits for the promise, however it settles. To be called while the event is being dispatched. */
  waitUntil(promise: unknown): void;
}

/** Not `Promise.allSettled`: promise libraries take the name of what is built in, and some are older than that. */
const settled = (promise: unknown) => Promise.resolve(promise).catch(() => undefined);

/** Tells the host, and resolves when everything it waits for has settled, or the time is up. */
export function letHostSave(banner: EventTarget): Promise<unknown> {
  const promises: unknown[] = [];
  const event = new CustomEvent('sao-session-expiring', { bubbles: true, composed: true });
  banner.dispatchEvent(Object.assign(event, { waitUntil: (promise: unknown) => promises.push(promise) }));
  return Promise.race([Promise.all(promises.map(settled)), new Promise((resolve) => setTimeout(resolve, longestWait))]);
}
