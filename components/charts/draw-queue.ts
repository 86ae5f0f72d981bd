let last: Promise<unknown> = Promise.resolve();

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Runs a piece of work after everything put here before, in a task of its own: three charts that
 * are drawn at once would hold the page up for longer than a person notices.
 */
export function enqueueDraw<T>(work: () => T | Promise<T>): Promise<T> {
  const turn = last.then(nextTask).then(work);
  last = turn.catch(() => undefined);
  return turn;
}
