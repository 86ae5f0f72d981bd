import type { Plugin } from 'vite';

const POLYFILL = '@wxt-dev/webextension-polyfill/browser';
const ID = '\0lens:native-browser';

/** What is got as `browser`: the browser's own where it has one, else what an expression gives, run only then. */
const ownOr = (polyfill: string) => `
export const browser = globalThis.browser?.runtime?.id ? globalThis.browser : ${polyfill};
`;

/** The pages fetch the polyfill. */
const FOR_PAGES = ownOr(`(await import('${POLYFILL}')).browser`);

/**
 * The worker is one classic script whose listeners must stand in its first turn: it carries the polyfill
 * with it, to be run only where the browser has no such namespace. Wrapping one that it has would touch
 * every API there is at each start of the worker, which takes about a millisecond.
 */
const FOR_WORKER = ownOr("require('webextension-polyfill')");

/** Spares pages and worker the polyfill where the browser needs none. */
export function nativeBrowser(): Plugin {
  let forPages = false;
  return {
    name: 'lens:native-browser',
    apply: 'build',
    enforce: 'pre',
    configResolved: ({ build }) => {
      forPages = !build.lib;
    },
    resolveId: (source, importer) => (source === POLYFILL && importer !== ID ? ID : undefined),
    load: (id) => (id === ID ? (forPages ? FOR_PAGES : FOR_WORKER) : undefined),
  };
}
