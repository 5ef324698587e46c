import type { Reply } from './session-world.js';

const patience = 10_000;

/**
 * Asks for the session's state, or for more time. Never rejects: a failure is an answer too.
 *
 * @param unsaid the milliseconds that an answer without any grants, where time is asked for
 */
export async function request(url = '', unsaid?: number): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: unsaid ? 'POST' : 'GET',
      signal: AbortSignal.timeout(patience),
      cache: 'no-store',
      credentials: 'include',
      headers: { accept: 'application/json' },
    });
    const { ok, status } = response;
    if (status === 401) return 0;
    if (!ok) return status === 429 || status > 499 ? 'unavailable' : 'refused';
    // A sign-in page answered with 200 is no extension: it fails as JSON.
    const text = await response.text();
    const { expiresIn = unsaid && unsaid / 1000 } = (JSON.parse(text || 'null') ?? {}) as { expiresIn?: unknown };
    return typeof expiresIn === 'number' ? expiresIn * 1000 : 'format';
  } catch (error) {
    const { name } = error as Error;
    return name === 'SyntaxError' ? 'format' : name === 'TimeoutError' ? 'timeout' : 'network';
  }
}
