import type { Plugin } from 'vite';

const POLYFILL = '@wxt-dev/webextension-polyfill/browser';
const ID = '\0lens:native-browser';

const IS_MISSING = '!globalThis.browser?.runtime?.id';

/** The pages fetch the polyfill where the browser has no namespace of its own. */
const FOR_PAGES = `
export const browser = ${IS_MISSING} ? (await import('${POLYFILL}')).browser : globalThis.browser;
`;

/**
 * The worker's listeners must stand in its first turn: it carries the polyfill with it, to be run only
 * where the browser has no such namespace. Wrapping one that it has would touch every API there is at
 * each start of the worker, which takes about a millisecond.
 */
const FOR_WORKER = `
if (${IS_MISSING}) globalThis.browser = require('webextension-polyfill');
export const browser = globalThis.browser;
`;

/** Code that the worker loads later uses the namespace set at its start, and Firefox has its own. */
const NATIVE = 'export const browser = globalThis.browser;';

/** Leaves the polyfill out of pages and worker in browsers that need none. */
export function nativeBrowser(target: string): Plugin {
  let code = NATIVE;
  return {
    name: 'lens:native-browser',
    apply: 'build',
    enforce: 'pre',
    configResolved: ({ build: { lib } }) => {
      if (target !== 'firefox') code = lib ? codeOf(lib.fileName) : FOR_PAGES;
    },
    resolveId: (source, importer) => (source === POLYFILL && importer !== ID ? ID : undefined),
    load: (id) => (id === ID ? code : undefined),
  };
}

const codeOf = (script: unknown) => (script === 'background' ? FOR_WORKER : NATIVE);
