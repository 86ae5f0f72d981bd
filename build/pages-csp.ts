import type { Plugin } from 'vite';

/**
 * Our pages connect to nothing at all: they read the store and talk to the worker, whose policy is the
 * manifest's. Not while developing, where a page hears by a connection that its sources have changed.
 */
export function pagesCsp(): Plugin {
  return {
    name: 'lens:pages-csp',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: "connect-src 'none'" },
        injectTo: 'head-prepend',
      },
    ],
  };
}
