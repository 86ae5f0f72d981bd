/** Does one piece of work after the other, in the order in which they were handed in. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** An empty queue; what fails in it holds up nobody. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
