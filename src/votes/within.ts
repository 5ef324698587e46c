/** Gives work a time limit, and a signal that tells it when that is over. No timer outlives the work. */
export async function within<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(new DOMException('Too late.', 'TimeoutError')), milliseconds);
  const over = new Promise<never>((_, reject) => {
    signal.onabort = () => reject(signal.reason as DOMException);
  });
  try {
    return await Promise.race([work(signal), over]);
  } finally {
    clearTimeout(timer);
  }
}
