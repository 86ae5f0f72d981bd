import type { Plugin } from 'vite';

const POLYFILL = '@wxt-dev/webextension-polyfill/browser';
const ID = '\0lens:native-browser';

/**
 * What the pages get as `browser`: the browser's own where it has one, else the polyfill, fetched
 * only then. The worker is one classic script whose listeners must stand in its first turn: it
 * carries the polyfill with it.
 */
const SOURCE = `
export const browser = globalThis.browser?.runtime?.id
  ? globalThis.browser
  : (await import('${POLYFILL}')).browser;
`;

/** Spares the pages the polyfill where the browser needs none. */
export function nativeBrowser(): Plugin {
  let forPages = false;
  return {
    name: 'lens:native-browser',
    apply: 'build',
    enforce: 'pre',
    configResolved: ({ build }) => {
      forPages = !build.lib;
    },
    resolveId: (source, importer) =>
      forPages && source === POLYFILL && importer !== ID ? ID : undefined,
    load: (id) => (id === ID ? SOURCE : undefined),
  };
}
