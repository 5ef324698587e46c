// A reporter for Node's test runner that writes how many tests passed, failed and were skipped, and which failed.
import { relative } from 'node:path';

/** @param {AsyncIterable<{ type: string, data: any }>} source */
export default async function* countReporter(source) {
  /** @type {import('./count-reporter.js').Counts} */
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of source) {
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:pass') counts[data.skip ? 'skipped' : 'passed']++;
    else if (type === 'test:fail') {
      counts.failed++;
      const { error } = data.details;
      counts.failures.push(`${relative('.', data.file ?? '')}: ${data.name}: ${(error?.cause ?? error)?.message}`);
    }
  }
  yield JSON.stringify(counts);
}
