import { version } from '../shared/version.js';
import { readCommandLine, type CommandLine } from './command-line.js';
import { createEndpoint } from './create-endpoint.js';
import { logTo } from './log.js';
import { metrics } from './metrics.js';
import { listedOrigins } from './options.js';
import { serve } from './server.js';
import { openStore } from './store.js';
import { perform } from './tasks.js';
import { usage } from './usage.js';

const print = (text: string) => void process.stdout.write(`${text}\n`);
const complain = (text: string) => void process.stderr.write(`${text}\n`);

/** Behind a proxy that it was not told of, the endpoint takes all readers for one, who share one client's votes a minute. */
function proxyWarning({ trustProxy, rate }: CommandLine['endpoint']): (request: Request) => void {
  let isDue = !trustProxy && rate !== 0;
  return ({ headers }) => {
    if (!isDue || !headers.has('X-Forwarded-For')) return;
    isDue = false;
    complain(
      'Warning: requests come with X-Forwarded-For. If a proxy of yours writes it, say so with --trust-proxy: ' +
        'without, all readers behind it count as one client.',
    );
  };
}

async function run({ endpoint: options, port, host, log }: CommandLine): Promise<void> {
  const numbers = metrics();
  const write = logTo(log);
  const endpoint = createEndpoint({
    ...options,
    onAnswer(answer) {
      numbers.count(answer);
      write(answer);
    },
  });
  await endpoint.ready();
  const warnOfProxy = proxyWarning(options);
  const answer = (request: Request, platform: unknown) => {
    warnOfProxy(request);
    return new URL(request.url).pathname === '/metrics' ? numbers.answer(request) : endpoint(request, platform);
  };
  const server = await serve(answer, port, host);
  const stop = () => {
    // A second signal ends the process at once, as it would without us.
    process.off('SIGTERM', stop).off('SIGINT', stop);
    void server.stop().then(endpoint.close);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  // Last: who reads this may stop the process at once.
  print(`Votes are at ${server.address}/votes`);
  if (listedOrigins(options.allowOrigins).length === 0)
    complain('Warning: pages of any origin may vote here. Name those that may with --allow-origin.');
}

/** What `sao-vote-endpoint` does; rejects with the reason where it cannot. */
export async function main(): Promise<void> {
  const commandLine = readCommandLine(process.argv.slice(2), process.env);
  const { task, endpoint } = commandLine;
  if (task === 'help') print(usage.trimEnd());
  else if (task === 'version') print(version);
  else if (task === 'serve') await run(commandLine);
  else {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0); // Who reads, `head` for one, has read enough.
    });
    const store = await openStore(endpoint.database);
    await perform(task, store, print).finally(() => store.close());
  }
}
