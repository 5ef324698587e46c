// A web-test-runner reporter that writes how many tests passed, failed and were skipped, and which failed, for the closing
// lines of `npm test`.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts */

/** @param {string | undefined} file where the counts go, if anywhere @returns {import('@web/test-runner').Reporter} */
export function countReporter(file) {
  return {
    reportTestFileResults({ logger, testFile, sessionsForTestFile }) {
      const where = sessionsForTestFile.map(({ browser, passed }) => `${browser.name} ${passed ? 'ok' : 'FAILED'}`);
      logger.log(`${relative(process.cwd(), testFile)}: ${where.join(', ')}`);
    },
    onTestRunFinished({ sessions }) {
      /** @type {Counts} */
      const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
      for (const { testResults, testFile, browser, passed, errors } of sessions) {
        const where = `${relative(process.cwd(), testFile)} (${browser.name})`;
        const before = counts.failed;
        /** @param {string} what @param {{ message: string } | undefined} error */
        const fail = (what, error) => {
          counts.failed++;
          counts.failures.push(`${where}: ${what}: ${error?.message ?? 'no message'}`);
        };
        /** @param {import('@web/test-runner').TestSuiteResult | undefined} suite */
        const count = (suite) => {
          for (const test of suite?.tests ?? []) {
            if (test.skipped) counts.skipped++;
            else if (test.passed) counts.passed++;
            else fail(test.name, test.error);
          }
          for (const inner of suite?.suites ?? []) count(inner);
        };
        count(testResults);
        // A file that could not be loaded, or an error outside of any test, must not be counted as nothing.
        if (errors.length > 0) fail('outside of any test', errors[0]);
        else if (!passed && counts.failed === before) fail('the file', undefined);
      }
      if (file) writeFileSync(file, JSON.stringify(counts));
    },
  };
}
