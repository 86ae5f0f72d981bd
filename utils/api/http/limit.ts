import pLimit from 'p-limit';

/** Runs a task when fewer than the allowed number of tasks for the same host are running. */
export type Limit = <T>(host: string, task: () => Promise<T>) => Promise<T>;

/** A limit of `perHost` tasks at once for each host. */
export function createLimit(perHost: number): Limit {
  const queues = new Map<string, ReturnType<typeof pLimit>>();
  return (host, task) => {
    const queue = queues.get(host) ?? pLimit(perHost);
    queues.set(host, queue);
    return queue(task);
  };
}
