/** Does work one time after the other: asked for several times before it begins, it is done once for all of them. */
export function oneAfterTheOther<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<Result> | undefined;
  const begin = () => {
    next = undefined;
    return work();
  };
  return () => {
    last = next ??= last.then(begin, begin);
    return next;
  };
}
