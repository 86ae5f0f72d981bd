/** Shares one running task among all callers that request the same key while it runs. */
export type SingleFlight<T> = (key: string, task: () => Promise<T>) => Promise<T>;

/**
 * Creates a single flight, which forgets a task as soon as it has settled: nothing is cached here.
 */
export function createSingleFlight<T>(): SingleFlight<T> {
  const running = new Map<string, Promise<T>>();
  return (key, task) => {
    const shared = running.get(key);
    if (shared !== undefined) return shared;
    const mine = task().finally(() => running.delete(key));
    running.set(key, mine);
    return mine;
  };
}
