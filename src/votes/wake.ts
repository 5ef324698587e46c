/** One timer for the earliest of many moments. */
export class Alarm {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #moment = Infinity;
  readonly #ring: () => void;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Rings at the moment, or before, if an earlier one was asked for. */
  set(moment: number): void {
    if (moment >= this.#moment) return;
    clearTimeout(this.#timer);
    this.#moment = moment;
    this.#timer = setTimeout(() => {
      this.#moment = Infinity;
      this.#ring();
    }, moment - Date.now());
  }
}
