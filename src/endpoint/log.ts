import { pino } from 'pino';
import type { Answer } from './options.js';

/** One line of JSON an answer on standard error; who asked, and for which article, is in none of them. */
export function logTo(level: string): (answer: Answer) => void {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
  return ({ error, milliseconds, ...answer }) => {
    const fields = { ...answer, milliseconds: Math.round(milliseconds * 10) / 10 };
    if (error === undefined) logger.info(fields, 'answered');
    else logger.error({ ...fields, err: error }, 'failed');
  };
}
