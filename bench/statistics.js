// What is measured many times, in few numbers.

/**
 * @typedef {object} Spread
 * @property {number} median
 * @property {number} low a tenth of the values is below; of fewer than ten, the least
 * @property {number} high a tenth of the values is above; of fewer than ten, the greatest
 * @property {number} count how many values there are
 */

/** @param {readonly number[]} values @param {number} share 0 to 1 */
export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.round((sorted.length - 1) * share)] ?? NaN;
}

/** @param {readonly number[]} values @returns {Spread} */
export function spreadOf(values) {
  const margin = values.length < 10 ? 0 : 0.1;
  return {
    median: percentile(values, 0.5),
    low: percentile(values, margin),
    high: percentile(values, 1 - margin),
    count: values.length,
  };
}

/**
 * Measures all subjects once in each round, every round beginning with another one, so that what happens on the machine
 * meanwhile happens to all. Stops after the last whole round that fits into the time, or after `most`.
 * @template Subject
 * @param {readonly Subject[]} subjects
 * @param {{ seconds: number, least: number, most: number }} bounds
 * @param {(subject: Subject, round: number) => Promise<void>} measure
 * @returns {Promise<number>} how many rounds there were
 */
export async function interleave(subjects, { seconds, least, most }, measure) {
  const started = performance.now();
  let round = 0;
  while (round < most) {
    for (let turn = 0; turn < subjects.length; turn++) {
      await measure(/** @type {Subject} */ (subjects[(turn + round) % subjects.length]), round);
    }
    round++;
    const perRound = (performance.now() - started) / 1000 / round;
    if (round >= least && perRound * (round + 1) > seconds) break;
  }
  return round;
}

/** Values by measure and subject, in the order in which they first came. */
export class Samples {
  /** @type {Map<string, { measure: string, unit: string, subject: string, kind: Kind, values: number[] }>} */
  #samples = new Map();

  /** @param {{ name: string, kind: Kind }} subject @param {string} measure @param {string} unit @param {number[]} values */
  add({ name, kind }, measure, unit, ...values) {
    const key = JSON.stringify([measure, name]);
    const sample = this.#samples.get(key) ?? { measure, unit, subject: name, kind, values: [] };
    this.#samples.set(key, sample);
    sample.values.push(...values);
  }

  /** @returns {Figure[]} */
  figures() {
    return [...this.#samples.values()].map(({ values, ...sample }) => ({ ...sample, ...spreadOf(values) }));
  }
}

/**
 * @typedef {'ours' | 'floor' | 'peer'} Kind
 * @typedef {{ measure: string, unit: string, subject: string, kind: Kind } & Spread} Figure
 */

/** How many times the other's median one's is. @param {readonly Figure[]} figures @param {string} measure @param {string} one @param {string} other */
export function ratioOf(figures, measure, one, other) {
  const medianOf = (/** @type {string} */ name) =>
    figures.find(({ measure: what, subject }) => what === measure && subject === name)?.median ?? NaN;
  return medianOf(one) / medianOf(other);
}
