// A web-test-runner reporter that writes how many tests passed, failed and were skipped, for the closing line of `npm test`.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @param {string | undefined} file where the counts go, if anywhere @returns {import('@web/test-runner').Reporter} */
export function countReporter(file) {
  return {
    reportTestFileResults({ logger, testFile, sessionsForTestFile }) {
      const where = sessionsForTestFile.map(({ browser, passed }) => `${browser.name} ${passed ? 'ok' : 'FAILED'}`);
      logger.log(`${relative(process.cwd(), testFile)}: ${where.join(', ')}`);
    },
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      let skipped = 0;
      /** @param {import('@web/test-runner').TestSuiteResult | undefined} suite */
      const count = (suite) => {
        for (const test of suite?.tests ?? []) {
          if (test.skipped) skipped++;
          else if (test.passed) passed++;
          else failed++;
        }
        for (const inner of suite?.suites ?? []) count(inner);
      };
      for (const session of sessions) {
        count(session.testResults);
        // A file that could not be loaded, or an error outside of any test, must not be counted as nothing.
        if (!session.passed && failed === 0) failed++;
        else if (session.errors.length > 0) failed++;
      }
      if (file) writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
    },
  };
}
