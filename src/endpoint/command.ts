#!/usr/bin/env node
import { OptionError, StartError } from './start-error.js';

const complain = (text: string) => void process.stderr.write(`${text}\n`);

/** The server's packages are optional ones: whoever installs without those gets words, not a stack. */
const program = () =>
  import('./program.js').catch((cause: unknown) => {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    const missing = message.split(' imported from ')[0];
    throw new StartError(`${missing}. It belongs to the optional dependencies: install them (no --omit=optional).`);
  });

program()
  .then(({ main }) => main())
  .catch((error: unknown) => {
    const wrongUse = error instanceof OptionError;
    complain(`sao-vote-endpoint: ${error instanceof Error ? error.message : String(error)}`);
    if (wrongUse) complain('Run sao-vote-endpoint --help for all options.');
    process.exit(wrongUse ? 2 : 1);
  });
