/** Gives work a time limit, and a signal that says when it is over. */
export async function within<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(new DOMException('Too late.', 'TimeoutError')), milliseconds);
  try {
    return await Promise.race([
      work(signal),
      new Promise<never>((_, reject) => (signal.onabort = () => reject(signal.reason as DOMException))),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
