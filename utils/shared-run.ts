/**
 * Returns a function that runs `work` once for all who ask before it begins: in the same turn, or
 * while an earlier run goes on. Whatever a run finds is therefore not older than the question.
 */
export function sharedRun<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  const begin = () => {
    next = null;
    return work();
  };
  return () => {
    if (next === null) {
      next = running.then(begin, begin);
      running = next;
    }
    return next;
  };
}
