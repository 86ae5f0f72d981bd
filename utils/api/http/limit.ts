/** What is waited for first: headline figures, the bars of a chart, or what stands beside them. */
export type Urgency = 'headline' | 'bars' | 'beside';

/** Runs a task when fewer than the allowed number of tasks for the same host are running. */
export type Limit = <T>(host: string, urgency: Urgency, task: () => Promise<T>) => Promise<T>;

interface Queue {
  running: number;
  waiting: Record<Urgency, (() => void)[]>;
}

/**
 * A limit of `perHost` tasks at once for each host. Of those that wait the most urgent begins next, and
 * among equals the one that has waited longest.
 */
export function createLimit(perHost: number): Limit {
  const queues = new Map<string, Queue>();
  return async (host, urgency, task) => {
    const queue = queues.get(host) ?? {
      running: 0,
      waiting: { headline: [], bars: [], beside: [] },
    };
    queues.set(host, queue);
    const { waiting } = queue;
    if (queue.running < perHost) queue.running++;
    else await new Promise<void>((begin) => waiting[urgency].push(begin));
    try {
      return await task();
    } finally {
      const next = waiting.headline.shift() ?? waiting.bars.shift() ?? waiting.beside.shift();
      // Whoever begins next takes the place of the one that has ended.
      if (next) next();
      else queue.running--;
    }
  };
}
