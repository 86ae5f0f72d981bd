import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardNames } from '@/utils/cards/data';
import { type Import, importsOf, sourceFiles } from './import-graph';

const files = sourceFiles();
const imports = files.flatMap(importsOf);

/** Who may import whom: each layer only what stands below it in this list, or itself. */
const LAYERS: [name: string, member: RegExp][] = [
  ['entry points', /^entrypoints\/(?!background|work)/],
  ['first paint', /^components\/first-paint\//],
  ['dashboard and options', /^components\/(?:dashboard|options)\//],
  ["cards' views", /^components\/cards\//],
  ['charts', /^components\/charts\//],
  ['ui', /^components\/ui\//],
  ['worker', /^entrypoints\/(?:background|work)\//],
  [
    'asking for cards',
    /^utils\/cards\/(?:ask|card-ask|[\w-]+\/(?:ask|gen1|gen2|breakdown|spent-on|adds-up|ask-comparison))\.ts$/,
  ],
  ['api', /^utils\/api\//],
  ['store, messages', /^utils\/(?:store|messages|[\w-]+\.ts$)/],
  ['tab', /^utils\/tab\//],
  ['deployment', /^utils\/deployment\//],
  ['cards', /^utils\/cards\//],
  ['figures', /^utils\/figures\//],
];

/** Known by everybody: they import no layer. */
const SHARED = /^utils\/(?:failure|deadline|explain|say|side-panel)\.ts$/;

const layerOf = (file: string): number => LAYERS.findIndex(([, member]) => member.test(file));

/** Only the worker makes requests; only pages draw. */
const FORBIDDEN: [from: RegExp, to: RegExp][] = [
  [
    /^(?:components|entrypoints\/(?!background|work))/,
    /^(?:utils\/api\/|entrypoints\/background\/)/,
  ],
  [/^entrypoints\/(?:background|work)\//, /^components\//],
  [/^utils\/api\//, /^utils\/(?:(?:tab|deployment|store|messages)\/|identity\.ts)/],
  [/^utils\/(?:tab|deployment)\//, /^utils\/(?:store|messages)\//],
  [
    /^utils\/cards\/(?!ask\.ts|card-ask\.ts|[\w-]+\/(?:ask|gen1|gen2|breakdown|spent-on|adds-up|ask-comparison)\.ts)/,
    /^utils\/api\//,
  ],
];

const shown = ({ from, to }: Import) => `${from} > ${to}`;

describe('the import graph', () => {
  it('has every file in a layer', () => {
    expect(files.filter((file) => layerOf(file) < 0 && !SHARED.test(file))).toEqual([]);
  });

  it('has no arrow that runs back', () => {
    const back = imports.filter(
      ({ from, to, kind }) =>
        kind !== 'type' &&
        !SHARED.test(to) &&
        !SHARED.test(from) &&
        layerOf(to) >= 0 &&
        layerOf(from) > layerOf(to),
    );
    expect(back.map(shown)).toEqual([]);
  });

  it('keeps worker and pages apart, and the API to the worker', () => {
    const crossing = imports.filter(
      ({ from, to, kind }) =>
        kind !== 'type' && FORBIDDEN.some(([of, what]) => of.test(from) && what.test(to)),
    );
    expect(crossing.map(shown)).toEqual([]);
  });

  const real = imports.filter(({ kind }) => kind !== 'type');

  it('has no circle, dynamic imports included', () => {
    expect(circlesOf(real)).toEqual([]);
  });

  it('has no circle between the folders of components, entrypoints and utils', () => {
    const folder = (file: string) => file.split('/').slice(0, 2).join('/');
    const between = real
      .map(({ from, to }) => ({ from: folder(from), to: folder(to) }))
      .filter(({ from, to }) => from !== to);
    expect(circlesOf(between)).toEqual([]);
  });
});

/** Returns each circle that a walk along the arrows finds, written as a path. */
function circlesOf(arrows: { from: string; to: string }[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (node: string, path: string[]) => {
    const at = path.indexOf(node);
    if (at >= 0) circles.push([...path.slice(at), node].join(' > '));
    if (at >= 0 || done.has(node)) return;
    for (const to of next.get(node) ?? []) visit(to, [...path, node]);
    done.add(node);
  };
  for (const node of next.keys()) visit(node, []);
  return circles;
}

describe('a card', () => {
  /** The files that may contain a card's name: its own folders and the registries. */
  const REGISTRIES =
    /^(?:utils\/cards\/(?:data|ask|view|samples)\.ts|components\/cards\/extras\.ts)$/;

  it.each([...cardNames])('%s is imported by its own folders and the registries alone', (name) => {
    const own = new RegExp(`^(?:utils|components)/cards/${name}/`);
    const outside = imports.filter(
      ({ from, to }) => own.test(to) && !own.test(from) && !REGISTRIES.test(from),
    );
    expect(outside.map(shown)).toEqual(EXCEPTIONS[name] ?? []);
  });

  /** The cost's breakdown is a command of its own. */
  const EXCEPTIONS: Record<string, string[]> = {
    cost: [
      'entrypoints/background/lookups/breakdown.ts > utils/cards/cost/breakdown.ts',
      'entrypoints/background/lookups/breakdown.ts > utils/cards/cost/data.ts',
      'utils/messages/contract.ts > utils/cards/cost/data.ts',
    ],
  };

  it('is named nowhere else', () => {
    const naming = files
      // Operations of the API have names of their own, some of which are the same word.
      .filter((file) => !REGISTRIES.test(file) && !file.startsWith('utils/api/'))
      .flatMap((file) => {
        const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        const others = cardNames.filter((name) => !file.includes(`/cards/${name}/`));
        const named = others.filter((name) => new RegExp(`['"\`]${name}['"\`]`).test(code));
        return named.length > 0 ? [`${file}: ${named.join(', ')}`] : [];
      });
    expect(naming).toEqual(NAMING);
  });

  /** A new card needs a line in none of them. */
  const NAMING = [
    // The connection test asks a few operations and reports what they offer.
    'components/options/Offers.tsx: cohorts, cost, feedback, ratings',
    'components/options/StatusView.tsx: cohorts, feedback, ratings',
    'entrypoints/background/connection/probe.ts: cohorts, active-users, cost, feedback, ratings',
    'entrypoints/background/connection/report.ts: cohorts, cost, feedback',
    // Two cards name their stand-in; others a figure, a unit or an operation that has the same word.
    'utils/cards/cohorts/data.ts: active-users',
    'utils/cards/conversations/gen2.ts: cost',
    'utils/cards/conversations/view.ts: cost',
    'utils/cards/cost/ask.ts: cohorts',
    'utils/cards/feedback/data.ts: ratings',
    'utils/cards/topics/view.ts: ratings, conversations',
    'utils/figures/export/export-card.ts: ratings, conversations',
    'utils/messages/contract.ts: cohorts, cost, feedback, ratings',
    // Data stored by 0.1 has the names of that release.
    'utils/store/snapshots/migrate-cards.ts: active-users, ratings',
  ];
});
