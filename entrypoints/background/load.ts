import type { Work } from './work';

declare global {
  /** Where the script `work.js` leaves what it holds. */
  var lensWork: Work | undefined;

  // What service workers have, and windows have not.
  function importScripts(path: string): void;
  interface WindowEventMap {
    install: Event & { waitUntil(end: Promise<unknown>): void };
  }
}

const FIREFOX = import.meta.env.BROWSER === 'firefox';

/**
 * The work, loaded when it is wanted first; a load that failed is tried again by the next who wants it.
 * Service workers know no `import()`, and Firefox's event page no `importScripts`.
 */
export async function loadWork(): Promise<Work> {
  if (!globalThis.lensWork) {
    // Neither the bundler nor the compiler is to look for it among the sources.
    if (FIREFOX) await import(/* @vite-ignore */ '/work.js' satisfies string);
    else importScripts('/work.js');
  }
  if (!globalThis.lensWork) throw new Error('work.js left nothing');
  return globalThis.lensWork;
}

/**
 * Call it synchronously at start. A service worker may load later only what it loaded while it was being
 * installed: the browser keeps that beside the worker's own script, and hands out both at each start. An
 * installation that could not load it fails, and the browser tries again at its next start.
 * https://developer.chrome.com/blog/tweeks-to-addAll-importScripts
 */
export function keepWork(): void {
  addEventListener('install', (event) => event.waitUntil(loadWork()));
}

/** Does something with the work once it is loaded; what goes wrong is logged. */
export function later(task: (work: Work) => Promise<unknown>): void {
  loadWork().then(task).catch(console.error);
}
