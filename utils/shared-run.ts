/**
 * Returns a function that runs `work` for all who ask while none has begun yet: one run at a time,
 * and one more after it for everybody who asked meanwhile. Whatever a run finds is therefore not
 * older than the question.
 */
export function sharedRun<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;

  function begin(): Promise<T> {
    const mine = work();
    const end = () => {
      if (running === mine) running = null;
    };
    running = mine;
    mine.then(end, end);
    return mine;
  }

  return () => {
    if (running === null) return begin();
    const after = () => {
      next = null;
      return begin();
    };
    next ??= running.then(after, after);
    return next;
  };
}
