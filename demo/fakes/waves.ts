import type { Reply } from './fake-api';
import { settle } from './worker-dependencies';

/**
 * For tests: an API of which each answer takes one round trip, on no clock at all. Whatever was asked waits
 * until the worker has nothing else to do; then all of it is answered, or the `atOnce` oldest of it, as a
 * browser has that many connections to a host over HTTP/1.1.
 */
export function inWaves(reply: Reply, atOnce = Infinity) {
  const waiting: (() => Promise<void>)[] = [];
  const slow: Reply = (...asked) =>
    new Promise<Response>((resolve) => {
      waiting.push(async () => resolve(await reply(...asked)));
    });
  return {
    reply: slow,
    /** Answers until something has ended; how many round trips each state took to come about. */
    async count<Name extends string>(
      end: Promise<unknown>,
      states: Record<Name, () => boolean>,
    ): Promise<Record<Name | 'end', number>> {
      const trips = new Map<string, number>();
      let isOver = false;
      end.finally(() => {
        isOver = true;
      });
      for (let trip = 0; ; trip++) {
        await settle();
        for (const name in states) {
          if (!trips.has(name) && states[name]()) trips.set(name, trip);
        }
        if (isOver) {
          const of = (name: string) => trips.get(name) ?? Infinity;
          return Object.fromEntries([
            ...Object.keys(states).map((name) => [name, of(name)]),
            ['end', trip],
          ]) as Record<Name | 'end', number>;
        }
        await Promise.all(waiting.splice(0, atOnce).map((answer) => answer()));
      }
    },
  };
}
