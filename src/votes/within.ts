/** Gives work a time limit, and a signal that tells it when that is over. */
export function within<Result>(milliseconds: number, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const signal = AbortSignal.timeout(milliseconds);
  return Promise.race([
    work(signal),
    new Promise<never>((_, reject) => {
      signal.onabort = () => reject(signal.reason as Error);
    }),
  ]);
}
