import type { BackendOptions, StartBackend } from './backend.js';
import { startCommand } from './command-process.js';

function flagsFor({ allowOrigins = [], secret = [], rate, trustProxy }: BackendOptions): string[] {
  return [
    ...allowOrigins.flatMap((origin) => ['--allow-origin', origin]),
    ...secret.flatMap((each) => ['--secret', each]),
    ...(rate === undefined ? [] : ['--rate', String(rate)]),
    ...(trustProxy ? ['--trust-proxy'] : []),
  ];
}

/** The command over this database, asked by HTTP. */
export const commandOn =
  (database: string): StartBackend =>
  async (options = {}) => {
    const { address, child, ended } = await startCommand(['--database', database, ...flagsFor(options)]);
    return {
      send: (path, init) => fetch(address + path, init),
      async stop() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  };
