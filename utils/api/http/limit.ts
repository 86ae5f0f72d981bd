/**
 * The priority of a request: headline figures first, then the bars of a chart, then other figures.
 */
export type Urgency = 'headline' | 'bars' | 'beside';

/** Runs a task when fewer than the allowed number of tasks for the same host are running. */
type Limit<T> = (host: string, urgency: Urgency, task: () => Promise<T>) => Promise<T>;

interface Queue {
  running: number;
  /** Whether the host has answered since its queue was last empty. */
  answers: boolean;
  waiting: Record<Urgency, (() => void)[]>;
}

/**
 * The number of requests that are sent at once to a host that has not answered yet, as it may be
 * down.
 */
const AHEAD = 4;

/**
 * Creates a limit of `perHost` tasks at once for each host. Of the waiting tasks the most urgent
 * begins first, and among equals the one that has waited longest. Until a task has ended with an
 * answer (`isAnswer`), only headline tasks may begin when four or more run.
 */
export function createLimit<T>(perHost: number, isAnswer: (result: T) => boolean): Limit<T> {
  const queues = new Map<string, Queue>();

  const mayBegin = ({ running, answers }: Queue, urgency: Urgency) =>
    running < (answers || urgency === 'headline' ? perHost : Math.min(perHost, AHEAD));
  const beginWaiting = (queue: Queue) => {
    for (const urgency of ['headline', 'bars', 'beside'] as const) {
      while (mayBegin(queue, urgency)) {
        const begin = queue.waiting[urgency].shift();
        if (!begin) break;
        queue.running++;
        begin();
      }
    }
  };

  return async (host, urgency, task) => {
    const none = { headline: [], bars: [], beside: [] };
    const queue = queues.get(host) ?? { running: 0, answers: false, waiting: none };
    queues.set(host, queue);
    if (mayBegin(queue, urgency)) queue.running++;
    else await new Promise<void>((begin) => queue.waiting[urgency].push(begin));
    try {
      const result = await task();
      if (isAnswer(result)) queue.answers = true;
      return result;
    } finally {
      queue.running--;
      beginWaiting(queue);
      if (queue.running === 0) queue.answers = false;
    }
  };
}
