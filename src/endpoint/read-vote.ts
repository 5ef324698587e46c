import { parseMoment } from './cast-at.js';
import { Problem } from './problem.js';
import { readBody } from './read-body.js';
import { voteSchema, type IncomingVote } from './wire.js';

/** A vote as posted, its moment understood. */
export interface ReadVote {
  vote: IncomingVote;
  /** Milliseconds since 1970. */
  castAt: number;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem(400, 'The body is not JSON.', { cause });
  }
}

/** Reads the vote by its content, whatever type it was sent as; says everything that is wrong with it at once. */
export async function readVote(request: Request): Promise<ReadVote> {
  const { success, data: vote, error } = voteSchema.safeParse(parseJson(await readBody(request)));
  if (!success) {
    const errors = error.issues.map(({ message, path }) => ({
      detail: message,
      pointer: path.map((key) => `/${String(key)}`).join(''),
    }));
    const words = errors.map(({ detail, pointer }) => `${pointer.slice(1) || 'The body'}: ${detail}`);
    throw new Problem(400, words.join('; '), { errors });
  }
  const key = request.headers.get('Idempotency-Key');
  if (key !== null && key !== vote.id) throw new Problem(400, 'Idempotency-Key and the id in the body differ.');
  return { vote, castAt: parseMoment(vote.castAt) ?? 0 };
}
