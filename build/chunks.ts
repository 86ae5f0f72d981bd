import type { Plugin } from 'vite';

/**
 * Which chunk a module of the pages goes to. A page that opens loads two files side by side: what it
 * reads with, and what it draws with; left alone, every module that two pages share would be a file
 * of its own, and each file costs a trip. What only some people need stays apart.
 */
function chunkOf(moduleId: string): string | null {
  const id = moduleId.replaceAll('\\', '/');
  // A page's style stays with the page: in a group it would draw the whole group in before reading.
  if (LATER.test(id) || id.endsWith('.css')) return null;
  if (REST.test(id)) return 'rest';
  if (READING.test(id)) return 'reading';
  return DRAWING.test(id) ? 'drawing' : null;
}

/** Loaded after the first picture, or on a click. */
const LATER =
  /\/node_modules\/(?:chart\.js|@kurkle)\/|\/components\/options\/|\/(?:chart-js|pattern|config|take-along|chart-image|export|sample|explain|settings-file|api-key)\.tsx?$/;

/** What is said only when something is amiss or clicked: one file, fetched once the first picture stands. */
const REST =
  /\/components\/(?:charts\/(?:CardTable|TableRows|Shares|useShares)|dashboard\/(?:rest|CustomRange|Notice|Setup|Stopped|TypeUser|Undetected))\.tsx?$|\/utils\/analytics\/table(?:-content)?\.ts$/;

const READING =
  /native-browser|vite\/preload-helper|\/node_modules\/(?:zod|idb)\/|\/utils\/(?:store|context)\/|\/utils\/[a-z-]+\.ts$|\/utils\/analytics\/(?:range|period|card-data)\.ts$|\/components\/dashboard\/(?:opening|asking|board|screen|stored)\.ts$/;

const DRAWING = /\/node_modules\/preact\/|\/components\/|\/utils\/analytics\//;

// The reading files first: what they need must not be drawn into the other file.
const GROUPS = ['reading', 'drawing', 'rest'].map((name, index) => ({
  name,
  test: (id: string) => chunkOf(id) === name,
  priority: 3 - index,
}));

/** What popup and panel import as soon as they run, to be fetched before that. */
const SOON = new Set(['mount', 'drawing']);

/** Puts the modules of the pages into few files; the worker is a file of its own already. */
export function pageChunks(): Plugin {
  return {
    name: 'lens:page-chunks',
    apply: 'build',
    config: ({ build }) =>
      build?.lib
        ? undefined
        : {
            build: {
              rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
            },
          },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, filename }) {
        if (!bundle || !/\/(?:popup|sidepanel)\//.test(filename)) return undefined;
        return Object.values(bundle)
          .filter((file) => file.type === 'chunk' && SOON.has(file.name))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}
