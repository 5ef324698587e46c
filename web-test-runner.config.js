import { relative } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium, findFirefox, findWebKit } from './scripts/test/browsers.js';
import { hostPages } from './scripts/test/host-pages.js';
import { countReporter } from './scripts/test/count-reporter.js';
import { hostTable } from './scripts/test/host-table.js';
import { portableLitFile } from './scripts/build/portable-lit.js';
import { startWebKitDriver } from './scripts/test/webkit-driver.js';

// BROWSERS=chromium,firefox,webkit narrows the run while developing; without it, every browser found is used.
const asked = process.env['BROWSERS']?.split(',');
// FOLDERS=votes,star-rating narrows it to the tests in these. The quick loop does, and builds nothing, as the host pages need.
const folders = process.env['FOLDERS']?.split(',') ?? ['**'];
/** @param {string} name */
const wanted = (name) => !asked || asked.includes(name);

// The elements once more, over what stands in Lit's place in the self-contained files.
const withPortableLit = process.env['PORTABLE_LIT'] === '1';

// A plain `http:` address that is not this machine's own name: what the library does where the context is not secure.
const foreignHost = 'partner.example';
const foreignHostFlag = `--host-resolver-rules=MAP ${foreignHost} 127.0.0.1`;

const browsers = [];
if (wanted('chromium')) {
  const { executable, environment } = await findChromium();
  browsers.push(
    chromeLauncher({
      // More than one page at a time and `fixture()` waits for frames that a hidden tab never paints.
      concurrency: 1,
      launchOptions: {
        executablePath: executable,
        args: [...chromiumFlags, foreignHostFlag],
        env: environment ?? process.env,
      },
    }),
  );
}
const firefox = findFirefox();
if (wanted('firefox') && firefox) {
  const launcher = chromeLauncher({
    concurrency: 1,
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath: firefox.executable,
      extraPrefsFirefox: { 'network.dns.localDomains': foreignHost },
    },
  });
  launcher.name = 'Firefox';
  browsers.push(launcher);
}
const webkit = findWebKit();
if (wanted('webkit') && webkit) {
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port: await startWebKitDriver(webkit),
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      // A page that WebKit keeps for the way back may hold the database, and the next test file is not about that.
      'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation', '--enable-page-cache=false'] },
    },
  });
  Object.assign(launcher, { concurrency: 1 });
  browsers.push(launcher);
}

/** @returns {import('@web/dev-server-core').Plugin} */
function portableLitInTests() {
  const file = `/${relative('.', portableLitFile)}`;
  return {
    name: 'portable-lit',
    // What the tests themselves bring along keeps its Lit.
    resolveImport: ({ source, context }) => (source === 'lit' && context.path.startsWith('/src/') ? file : undefined),
  };
}

function findMiniBrowser() {
  return process.env['WEBKIT_BROWSER'] ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
}

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: withPortableLit
    ? ['test/{star-rating,article-card,session-timeout-banner,shared}/**/*.test.ts', '!test/**/*.node.test.ts']
    : [...folders.map((folder) => `test/${folder}/**/*.test.ts`), '!test/**/*.node.test.ts'],
  middleware: [hostPages()],
  nodeResolve: true,
  plugins: [
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
    ...(withPortableLit ? [portableLitInTests()] : []),
  ],
  browsers,
  concurrentBrowsers: 2,
  testFramework: { config: { timeout: 20_000 } },
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter(process.env['COUNTS_FILE']), hostTable()],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
