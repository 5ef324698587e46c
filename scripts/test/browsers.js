// Finds the browsers that this machine can test with, or brings one along where there is none.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Launcher } from 'chrome-launcher';
import { chromium as playwrightChromium } from 'playwright-core';

/** Flags without which a headless Chromium asks the network for things no test needs. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} command */
function onPath(command) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, command);
    if (existsSync(file)) return file;
  }
  return undefined;
}

function installedChromium() {
  const fromEnvironment = process.env['CHROME_PATH'];
  if (fromEnvironment && existsSync(fromEnvironment)) return fromEnvironment;
  try {
    const found = Launcher.getFirstInstallation();
    if (found) return found;
  } catch {
    // chrome-launcher throws where it knows no place to look; the next source may still have one.
  }
  const downloaded = playwrightChromium.executablePath();
  return existsSync(downloaded) ? downloaded : undefined;
}

/**
 * A headless shell from an npm package, for machines without a browser. The package is made for AWS Lambda: it unpacks
 * its libraries only when it believes to be there, and changes the environment, which the other browsers must not see.
 */
async function packagedChromium() {
  const folder = join(tmpdir(), 'sao-widgets-chromium');
  mkdirSync(folder, { recursive: true });
  const before = { ...process.env };
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
  process.env['TMPDIR'] = folder;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executable = await packaged.executablePath();
    const fonts = join(folder, 'fonts.conf');
    writeFileSync(
      fonts,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><dir>${homedir()}/.fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    );
    const libraries = process.env['LD_LIBRARY_PATH'] ?? '';
    return {
      executable,
      environment: { ...before, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts },
    };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  }
}

/**
 * @typedef {object} Browser
 * @property {string} executable path of the program
 * @property {Record<string, string | undefined>} [environment] what it must be started with
 */

/** @type {Promise<Browser> | undefined} */
let foundChromium;

/** Chromium, always: the installed one, else one that came with `npm ci`. @returns {Promise<Browser>} */
export function findChromium() {
  foundChromium ??= (async () => {
    const executable = installedChromium();
    if (executable) return { executable };
    if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
    throw new Error('No Chromium or Chrome found. Install one, or set CHROME_PATH to its program.');
  })();
  return foundChromium;
}

/** @returns {Browser | undefined} */
export function findFirefox() {
  const executable = process.env['FIREFOX_PATH'] ?? onPath('firefox-esr') ?? onPath('firefox');
  return executable ? { executable } : undefined;
}

/** WebKitGTK's driver and the virtual display it needs. @returns {{ driver: string, display: string } | undefined} */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const display = onPath('Xvfb');
  return driver && display ? { driver, display } : undefined;
}
