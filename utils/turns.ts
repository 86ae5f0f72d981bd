/** Runs tasks one after another, in the order in which they were added. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Creates an empty queue; a task that fails does not stop the following ones. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
