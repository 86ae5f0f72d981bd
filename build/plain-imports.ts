import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/**
 * Imports files when they are asked for, without Vite's helper that fetches first what they need: it
 * would stand in the first file of every page, and what is needed soon is named in the page itself.
 */
export function plainImports(): Plugin {
  return {
    name: 'lens:plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
