/**
 * Runs changes of one store one after the other, whichever of our pages or the worker makes them: a change
 * reads what is there, and what somebody else wrote between its reading and writing would be lost.
 * https://developer.mozilla.org/en-US/docs/Web/API/Web_Locks_API
 */
export function inOrder<T>(store: string, change: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  // Every browser we serve has locks; what has none, as an old Node, has a single page too.
  return locks ? locks.request(`lens ${store}`, change) : change();
}
