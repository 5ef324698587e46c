/** The end must not wait for a host for ever. */
const longestWait = 5_000;

/** The session is ending. A host that has something to save holds the end up, for at most five seconds. */
export class SessionExpiringEvent extends Event {
  readonly #promises: unknown[] = [];

  constructor() {
    super('sao-session-expiring', { bubbles: true, composed: true });
  }

  /** The end waits for the promise, however it settles. To be called while the event is being dispatched. */
  waitUntil(promise: unknown): void {
    this.#promises.push(promise);
  }

  /** Resolves when everything settled or the time is up. */
  settled(): Promise<unknown> {
    return Promise.race([
      Promise.allSettled(this.#promises),
      new Promise((resolve) => setTimeout(resolve, longestWait)),
    ]);
  }
}
