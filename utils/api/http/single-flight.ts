/** Shares one running task among everybody who asks for the same thing meanwhile. */
export type SingleFlight<T> = (key: string, task: () => Promise<T>) => Promise<T>;

/** A flight that forgets a task as soon as it has settled: nothing is cached here. */
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
