// Starts WebKitGTK's WebDriver on a virtual display of its own, and ends both with this process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('No free port for WebKitWebDriver.');
  return address.port;
}

/**
 * @param {{ driver: string, display: string }} programs
 * @returns {Promise<number>} the driver's port
 */
export async function startWebKitDriver({ driver, display }) {
  // `-displayfd 3` lets Xvfb pick a free display and say which: no clash between two test runs on one machine.
  const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(/** @type {import('node:stream').Readable} */ (screen.stdio[3]), 'data');
  const port = await freePort();
  const service = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${String(number).trim()}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  process.on('exit', () => {
    service.kill('SIGKILL');
    screen.kill('SIGKILL');
  });
  return port;
}
