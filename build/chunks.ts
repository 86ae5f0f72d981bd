import type { Plugin } from 'vite';

/**
 * Which chunk a module of the pages goes to. A page that opens loads one file, which shows the picture of
 * its last opening, and then one with the dashboard; left alone, every module that two pages share would
 * be a file of its own, and each file costs a trip. What only some people need stays apart.
 */
function chunkOf(moduleId: string): string | null {
  const id = moduleId.replaceAll('\\', '/');
  // A page's style stays with the page: in a group it would draw the whole group in before the first file.
  if (LATER.test(id) || id.endsWith('.css')) return null;
  if (FIRST.some((part) => part.test(id))) return 'first';
  if (REST.test(id)) return 'rest';
  return DASHBOARD.test(id) ? 'dashboard' : null;
}

/** Loaded after the first picture, or on a click. */
const LATER =
  /\/node_modules\/(?:chart\.js|@kurkle)\/|\/components\/options\/|\/(?:chart-js|pattern|config|take-along|chart-image|export|sample|take|settings-file|api-key)\.tsx?$/;

/** What finds and shows the picture of the last opening: it stands before anything else is loaded. */
const FIRST = [
  /native-browser|wxt-html-plugins|vite\/preload-helper|\/node_modules\/idb\//,
  /\/components\/picture\/(?:early-clicks|found|show|sign|tree)\.ts$/,
  /\/components\/(?:dashboard\/(?:age-class|begin|open)|ui\/(?:next-paint|preload-soon))\.ts$/,
  /\/utils\/context\/(?:build-hosts|hosts|read-page|route|sight|url)\.ts$/,
  /\/utils\/store\/(?:db|pictures|settled|stored-items|vault-db)\.ts$/,
  /\/utils\/(?:deadline|failure)\.ts$/,
];

/** What is shown only after a click, or in place of figures: one file, fetched when somebody comes near. */
const REST =
  /\/components\/(?:charts\/(?:CardTable|TableRows|Shares|useShares)|dashboard\/(?:rest|CustomRange|Setup|Stopped|TypeUser|Undetected))\.tsx?$|\/utils\/analytics\/table(?:-content)?\.ts$/;

const DASHBOARD = /\/node_modules\/(?:preact|zod)\/|\/components\/|\/utils\//;

// The first file first: what it needs must not be drawn into another.
const GROUPS = ['first', 'dashboard', 'rest'].map((name, index) => ({
  name,
  test: (id: string) => chunkOf(id) === name,
  priority: 3 - index,
}));

/** What popup and panel import once their first picture stands: `preloadSoon` fetches it before. */
const SOON = new Set(['mount', 'dashboard', 'rolldown-runtime', 'chart-js']);

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
