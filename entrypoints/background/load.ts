import type { Work } from './work';

declare global {
  /** The global in which the script `work.js` puts its exports. */
  var lensWork: Work | undefined;

  // `importScripts` exists in service workers only, not in windows.
  function importScripts(path: string): void;
  interface WindowEventMap {
    install: Event & { waitUntil(end: Promise<unknown>): void };
  }
}

const FIREFOX = import.meta.env.BROWSER === 'firefox';

/**
 * Loads the worker's main code on first use; a load that failed is tried again on the next use.
 * Service workers know no `import()`, and Firefox's event page no `importScripts`.
 */
export async function loadWork(): Promise<Work> {
  if (!globalThis.lensWork) {
    // The file is not among the sources, so the bundler must ignore it and the compiler must see a string.
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

/** Calls the function with the worker's main code once it is loaded; errors are logged. */
export function later(task: (work: Work) => Promise<unknown>): void {
  loadWork().then(task).catch(console.error);
}
