// A web-test-runner reporter that writes docs/hosts.md: which host pages of test/hosts passed on which engine.
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';

const engines = ['Chromium', 'Firefox', 'WebKit'];
const suite = 'host pages';

/** @param {string} name */
const engineOf = (name) => (name.startsWith('Chrom') ? 'Chromium' : name === 'Firefox' ? name : 'WebKit');

/**
 * Only a run on all engines writes: a table made by half of them would unsay what the others showed.
 * @returns {import('@web/test-runner').Reporter}
 */
export function hostTable() {
  return {
    async onTestRunFinished({ sessions }) {
      /** @type {Map<string, Map<string, string>>} */
      const lines = new Map();
      for (const { browser, testResults } of sessions) {
        const hosts = testResults?.suites.find(({ name }) => name === suite)?.suites ?? [];
        for (const { name, tests } of hosts) {
          const line = lines.get(name) ?? new Map();
          const sign = tests.some(({ skipped }) => skipped)
            ? 'not testable'
            : tests.every(({ passed }) => passed)
              ? '✓'
              : '✗';
          lines.set(name, line.set(engineOf(browser.name), sign));
        }
      }
      const seen = new Set([...lines.values()].flatMap((line) => [...line.keys()]));
      if (!engines.every((engine) => seen.has(engine))) return;
      const rows = [...lines].map(([name, line]) => [name, ...engines.map((engine) => line.get(engine) ?? '')]);
      const table = [['host page', ...engines], engines.map(() => '---').concat('---'), ...rows]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n');
      const text = `# Hosts that are tested

Written by \`npm test\` from what it saw, with the module and with the classic script: all elements of the page are there and untouched by it, a vote was cast and arrived once, and there was no \`securitypolicyviolation\`, no error, no new global and no changed built-in. The pages are in \`test/hosts/hosts.js\`; the recipes are those of [hosting.md](hosting.md).

${table}

A foreign host name cannot be made to lead to the test server in WebKitGTK.
`;
      writeFileSync('docs/hosts.md', await format(text, { parser: 'markdown', printWidth: 120 }));
    },
  };
}
