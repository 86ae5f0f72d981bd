// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cardNames } from '@/utils/cards/data';
import { snapshotKey } from '@/utils/store/snapshots/snapshot';
import { mountDashboard } from './mount';
import type { ValidFirstPaint } from './show';

const parsed = vi.hoisted(() => ({ opening: null as unknown }));
vi.mock('../dashboard/model/opening', async (original) => ({
  ...(await original<object>()),
  parseOpening: async () => parsed.opening,
}));
vi.mock('../dashboard/Dashboard', () => ({ Dashboard: () => <main class="drawn" /> }));
vi.mock('@/utils/cards/compute-ahead', () => ({ computeAhead: async () => undefined }));
vi.mock('@/components/charts/load-chart-js', () => ({ loadChartJsOnApproach: () => undefined }));

const identity = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'ada',
  mentorId: null,
  keyFingerprint: 'f',
};
const range = { kind: '7d' } as const;

const shown = {
  sign: 'sign',
  paint: {
    mentorName: 'Tutor',
    snapshotKey: snapshotKey(identity, range),
    savedAtMs: 1000,
    plotWidth: 300,
    newestMs: 0,
    untilMs: Number.POSITIVE_INFINITY,
  },
} as unknown;

const cards = Object.fromEntries(cardNames.map((name) => [name, { data: {} }]));
const opening = (over: object = {}): unknown => ({
  query: { identity, range },
  mentor: { mentorId: 'm', name: 'Tutor' },
  board: { question: '', cards },
  snapshot: { savedAtMs: 1000 },
  ...over,
});

/** Whether the elements of the first paint that stands are taken over. */
async function takesOver(known: unknown): Promise<boolean> {
  document.body.innerHTML = '<main class="drawn"></main>';
  const [painted] = document.body.children;
  parsed.opening = known;
  const inputs = {} as Parameters<typeof mountDashboard>[1]['inputs'];
  await mountDashboard('compact', {
    inputs,
    shown: shown as ValidFirstPaint,
    painted: Promise.resolve(),
  });
  return document.body.children[0] === painted;
}

beforeEach(() => {
  parsed.opening = null;
});

describe('a kept first paint', () => {
  it('is taken over where it shows just what would be drawn', async () => {
    expect(await takesOver(opening())).toBe(true);
  });

  it.each<[string, object]>([
    ['nothing can be asked', { query: null }],
    [
      'the figures are somebody else’s',
      { query: { identity: { ...identity, user: 'bob' }, range } },
    ],
    ['the range is another', { query: { identity, range: { kind: '30d' } } }],
    ['the mentor has another name', { mentor: { mentorId: 'm', name: 'Coach' } }],
    ['the mentor has no name', { mentor: null }],
    ['the figures were saved since', { snapshot: { savedAtMs: 1001 } }],
    ['the figures are gone', { snapshot: null }],
    ['a figure is missing', { board: { question: '', cards: {} } }],
  ])('is drawn anew where %s', async (_, over) => {
    expect(await takesOver(opening(over))).toBe(false);
  });
});
