import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** `sao-vote-endpoint` from the sources, as a program of its own. */
export interface CommandProcess {
  child: ChildProcessByStdio<null, Readable, Readable>;
  /** What it has printed so far. */
  printed: () => string;
  complained: () => string;
  /** Resolves with the exit code, null after a signal. */
  ended: Promise<number | null>;
}

export function runCommand(
  args: string[],
  environment: Record<string, string> = {},
  program = 'src/endpoint/command.ts',
): CommandProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...environment },
  });
  let printed = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
  return {
    child,
    printed: () => printed,
    complained: () => complained,
    ended: once(child, 'close').then(([code]) => code as number | null),
  };
}

export interface RunningCommand extends CommandProcess {
  /** `http://localhost:…` */
  address: string;
}

/** Starts the command on a free port, and waits until it says where it is. */
export async function startCommand(args: string[], environment?: Record<string, string>): Promise<RunningCommand> {
  const command = runCommand(['--port', '0', '--host', '127.0.0.1', '--log', 'error', ...args], environment);
  const started = (async () => {
    for (;;) {
      const address = /http:\/\/[^/\s]+/.exec(command.printed())?.[0];
      if (address) return address;
      await once(command.child.stdout, 'data');
    }
  })();
  const address = await Promise.race([started, command.ended]);
  if (typeof address !== 'string') throw new Error(`The command ended instead: ${command.complained()}`);
  return { ...command, address };
}
