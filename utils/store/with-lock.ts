/**
 * Runs changes of one store one after another, across all our pages and the worker. A change reads
 * the stored value first, and a change that another page made between that reading and the writing
 * would be lost. https://developer.mozilla.org/en-US/docs/Web/API/Web_Locks_API
 */
export function withLock<T>(store: string, change: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  // Every supported browser has locks; an environment without them, such as an old Node, has only
  // one page.
  return locks ? locks.request(`lens ${store}`, change) : change();
}
