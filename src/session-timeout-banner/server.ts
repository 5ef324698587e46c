import type { Answer } from './session.js';

/** Asks for the session's state (`GET`) or for more time (`POST`). Never rejects: a failure is an answer too. */
export async function request(method: 'GET' | 'POST', url: URL | undefined, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(url ?? '', {
      method,
      signal,
      cache: 'no-store',
      credentials: 'include',
      headers: { accept: 'application/json' },
    });
    const { ok, status } = response;
    if (status === 401) return 0;
    if (!ok) return status === 429 || status > 499 ? 'unavailable' : 'refused';
    // A sign-in page answered with 200 is no extension: it fails as JSON.
    const { expiresIn } = JSON.parse((await response.text()) || '{}') as { expiresIn?: unknown };
    return typeof expiresIn === 'number' ? expiresIn * 1000 : NaN;
  } catch (error) {
    return error instanceof SyntaxError ? 'format' : 'network';
  }
}
