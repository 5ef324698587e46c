import type { Answer } from './session.js';

/** Asks for the session's state (`GET`) or for more time (`POST`). Never rejects: a failure is an answer too. */
export async function request(method: 'GET' | 'POST', url: URL, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      signal,
      cache: 'no-store',
      credentials: 'include',
      headers: { accept: 'application/json' },
    });
    const { ok, status, headers } = response;
    if (status === 401) return { left: 0 };
    if (!ok) return status === 429 || status > 499 ? 'unavailable' : 'refused';
    // Both clocks are read at once, so the difference holds whatever the wall clock is set to later.
    const skew = Date.parse(headers.get('date') ?? '') - Date.now();
    const text = await response.text();
    // A sign-in page answered with 200 is no extension: it fails as JSON.
    const body = (text ? JSON.parse(text) : {}) as { expiresIn?: unknown } | null;
    const seconds = body?.expiresIn;
    return { left: typeof seconds === 'number' ? seconds * 1000 : undefined, skew };
  } catch (error) {
    return error instanceof SyntaxError ? 'format' : 'network';
  }
}
