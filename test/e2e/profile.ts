import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type BrowserContext } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/test/browsers.js';

/** A Chromium with its profile on disk, as a reader has it: it can die at any moment and be opened again. */
export class Profile {
  readonly folder = mkdtempSync(join(tmpdir(), 'sao-widgets-profile-'));
  #process: ChildProcess | undefined;

  async open(): Promise<BrowserContext> {
    const { executable, environment } = await findChromium();
    const flags = [...chromiumFlags, '--headless', `--user-data-dir=${this.folder}`, '--remote-debugging-port=0'];
    // A process group of its own, so that a kill reaches the browser's children too.
    const child = spawn(executable, flags, {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...(environment ?? process.env) },
    });
    this.#process = child;
    for await (const line of createInterface({ input: child.stderr })) {
      const address = /DevTools listening on (\S+)/.exec(line)?.[1];
      if (!address) continue;
      child.stderr.resume();
      const browser = await chromium.connectOverCDP(address);
      const [context] = browser.contexts();
      if (context) return context;
    }
    throw new Error('Chromium ended before it could be reached.');
  }

  /** As a reader closes it: every page and the browser may write down what they want to. */
  async close(context: BrowserContext): Promise<void> {
    const child = this.#process;
    if (!child) return;
    const gone = once(child, 'exit');
    for (const page of context.pages()) await page.close();
    const session = await context.browser()?.newBrowserCDPSession();
    await session?.send('Browser.close').catch(() => undefined);
    await gone;
  }

  /** SIGKILL to all of its processes: nothing gets a chance to write. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    child.stderr?.destroy();
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
