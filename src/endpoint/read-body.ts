import { Problem } from './problem.js';

/** Bytes of a vote's body; the longest valid one, with 500 four-byte characters, has fewer. */
export const bodyLimit = 4096;

const tooLarge = () => new Problem(413, `A vote's body has at most ${bodyLimit} bytes.`);

/** Reads the body up to the limit, counting what arrives: `Content-Length` may be absent or a lie. */
export async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get('Content-Length')) > bodyLimit) throw tooLarge();
  if (!request.body) return '';
  const bytes = new Uint8Array(bodyLimit);
  let length = 0;
  const reader = request.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      // A refusal would be final for the vote, and all that is wrong with it is the network.
      throw new Problem(408, 'The body broke off. Please send it again.', { cause });
    });
    if (done) break;
    if (length + value.length > bodyLimit) {
      // Not awaited: a sender that never ends must not keep its refusal waiting.
      void reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    bytes.set(value, length);
    length += value.length;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length));
  } catch (cause) {
    throw new Problem(400, 'The body is not UTF-8.', { cause });
  }
}
