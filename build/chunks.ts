import type { Plugin } from 'vite';
import { staticClosure } from './import-graph';

/**
 * The files that the pages' modules are put into, each with the modules whose static imports make it up:
 * a module that two of them need is in the earlier one. A page that opens loads the first file, which
 * shows the page as it was left, and then the dashboard; left alone, every module that two pages share
 * would be a file of its own, and each file costs a trip. Modules in none of them stay with whoever
 * imports them.
 */
const CHUNKS = [
  { name: 'first-paint', entries: ['components/first-paint/begin.ts'] },
  { name: 'dashboard', entries: ['components/first-paint/mount.tsx'] },
  // Shown only after a click or instead of figures: loaded at the first pointer or key event.
  { name: 'rest', entries: ['components/dashboard/rest.ts', 'components/cards/rest.ts'] },
] as const;

/** Packages and helpers by the chunk they belong to; Chart.js comes later, by an import of its own. */
const PACKAGES: Record<string, RegExp> = {
  'first-paint': /native-browser|wxt-html-plugins|vite\/preload-helper|\/node_modules\/idb\//,
  dashboard: /\/node_modules\/(?:preact|zod)\//,
};

/** Our modules by the chunk they go to. */
export function chunkMembers(): Map<string, string> {
  const members = new Map<string, string>();
  for (const { name, entries } of CHUNKS) {
    for (const file of entries.flatMap((entry) => [...staticClosure(entry)])) {
      if (!members.has(file)) members.set(file, name);
    }
  }
  return members;
}

/** The files that popup and panel import after their first paint; `preloadSoon` fetches them before. */
const SOON = new Set(['dashboard', 'rolldown-runtime']);

/** Puts the modules of the pages into few files; the worker is a file of its own already. */
export function pageChunks(): Plugin {
  const members = chunkMembers();
  const root = `${process.cwd().replaceAll('\\', '/')}/`;
  const isIn = (id: string, name: string) => {
    const path = id.replaceAll('\\', '/');
    // A page's style stays with the page: in a group it would draw the whole group in before the first file.
    if (path.endsWith('.css')) return false;
    const own = path.startsWith(root) ? members.get(path.slice(root.length)) : undefined;
    return own === name || PACKAGES[name]?.test(path) === true;
  };
  // The first file has the highest priority, so that no other file takes its modules.
  const groups = CHUNKS.map(({ name }, index) => ({
    name,
    test: (id: string) => isIn(id, name),
    priority: CHUNKS.length - index,
  }));
  return {
    name: 'lens:page-chunks',
    apply: 'build',
    config: ({ build }) =>
      build?.lib
        ? undefined
        : {
            build: {
              rolldownOptions: { output: { codeSplitting: { groups } } },
            },
          },
    transformIndexHtml: {
      order: 'post',
      handler(page, { bundle, filename }) {
        if (!bundle || !/\/(?:popup|sidepanel)\//.test(filename)) return undefined;
        const tags = Object.values(bundle)
          .filter((file) => file.type === 'chunk' && SOON.has(file.name))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'soon', href: `/${fileName}` },
            injectTo: 'head' as const,
          }));
        // It asks the browser who is there, for which it need not wait until the style has come.
        const html = page.replace('<script type="module"', '<script type="module" async');
        return { html, tags };
      },
    },
  };
}
