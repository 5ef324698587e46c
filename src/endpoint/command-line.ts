import { parseArgs } from 'node:util';
import type { EndpointOptions } from './options.js';
import { OptionError } from './start-error.js';

const logLevels = ['info', 'warn', 'error', 'silent'] as const;
const exportFormats = ['csv', 'json'] as const;

/** What the command does instead of serving. */
export type Upkeep =
  | { name: 'recount' }
  | { name: 'export'; format: (typeof exportFormats)[number] }
  | { name: 'export-voter' | 'erase'; voter: string };

export interface CommandLine {
  task: 'help' | 'version' | 'serve' | Upkeep;
  endpoint: EndpointOptions & { database: string };
  port: number;
  host: string | undefined;
  log: (typeof logLevels)[number];
}

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  database: { type: 'string' },
  'allow-origin': { type: 'string', multiple: true },
  secret: { type: 'string', multiple: true },
  rate: { type: 'string' },
  'article-rate': { type: 'string' },
  'trust-proxy': { type: 'boolean', multiple: true },
  log: { type: 'string' },
  recount: { type: 'boolean' },
  export: { type: 'string' },
  'export-voter': { type: 'string' },
  erase: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: flags, strict: true }).values;
  } catch (error) {
    // Node adds advice on positional arguments, of which there are none here.
    const [sentence = ''] = (error as Error).message.split(/\. To specify|\n/);
    throw new OptionError(sentence, { cause: error });
  }
}

function wholeNumber(name: string, text: string, largest = Number.MAX_SAFE_INTEGER): number {
  if (!/^\d+$/.test(text) || Number(text) > largest)
    throw new OptionError(`${name} ${text}: must be a whole number from 0 to ${largest}.`);
  return Number(text);
}

function oneOf<T extends string>(name: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text);
  if (!found) throw new OptionError(`${name} ${text}: must be ${words.join(', ')}.`);
  return found;
}

function numberOfProxies(name: string, text: string): number {
  if (/^(true|yes|on)$/i.test(text)) return 1;
  if (/^(false|no|off|)$/i.test(text)) return 0;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw new OptionError(`${name}=${text}: must be the number of proxies in front, 0 for none.`);
}

function taskOf(values: ReturnType<typeof parse>): CommandLine['task'] {
  const tasks: Upkeep[] = [];
  if (values.help) return 'help';
  if (values.version) return 'version';
  if (values.recount) tasks.push({ name: 'recount' });
  if (values.export !== undefined)
    tasks.push({ name: 'export', format: oneOf('--export', values.export, exportFormats) });
  if (values['export-voter'] !== undefined) tasks.push({ name: 'export-voter', voter: values['export-voter'] });
  if (values.erase !== undefined) tasks.push({ name: 'erase', voter: values.erase });
  if (tasks.length > 1) throw new OptionError('--recount, --export, --export-voter and --erase are one at a time.');
  return tasks[0] ?? 'serve';
}

/** Reads flags and environment; a flag wins over its variable, and an empty variable is none. */
export function readCommandLine(args: string[], environment: Record<string, string | undefined>): CommandLine {
  const values = parse(args);
  const variable = (name: string) => {
    const text = environment[name]?.trim();
    return text === '' ? undefined : text;
  };
  const { VOTE_SECRET, VOTE_SECRET_PREVIOUS } = environment;
  // Not trimmed: pages are signed with the secret as it stands there.
  const secrets = [VOTE_SECRET, VOTE_SECRET_PREVIOUS].filter((secret) => secret !== undefined).filter(Boolean);
  return {
    task: taskOf(values),
    endpoint: {
      database: values.database ?? variable('DATABASE_URL') ?? 'votes.db',
      allowOrigins: values['allow-origin'] ?? variable('ALLOW_ORIGINS'),
      secret: values.secret ?? secrets,
      rate: wholeNumber('--rate', values.rate ?? variable('RATE') ?? '60'),
      articleRate: wholeNumber('--article-rate', values['article-rate'] ?? variable('ARTICLE_RATE') ?? '0'),
      trustProxy: values['trust-proxy']?.length ?? numberOfProxies('TRUST_PROXY', variable('TRUST_PROXY') ?? ''),
    },
    port: wholeNumber('--port', values.port ?? variable('PORT') ?? '8787', 65_535),
    host: values.host ?? variable('HOST'),
    log: oneOf('--log', values.log ?? variable('LOG') ?? 'info', logLevels),
  };
}
