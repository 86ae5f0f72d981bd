// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { demoDeps } from '@/demo/fakes/demo-dependencies';
import { inWaves } from '@/demo/fakes/waves';
import { query } from '@/demo/fakes/worker-dependencies';
import type { Generation } from '@/demo/server/control';
import { kpis } from '@/utils/cards/kpis';
import { cardsShown, figuresShown } from '@/utils/cards/state';
import type { Range } from '@/utils/figures/time/range';
import { resolveMentor } from '../lookups/mentor';

let close = async () => {};
afterEach(() => close());

interface World {
  generation: Generation;
  /** Whether another organization's figures, or this one's of another range, were asked before. */
  isKnown: boolean;
  range?: Range;
  /** Connections of a browser to the host. */
  atOnce?: number;
}

/** The round trips of a first reading until figures, and until everything, stands in the store. */
async function trips({ generation, isKnown, range = { kind: '30d' }, atOnce }: World) {
  const deps = await demoDeps(generation);
  close = () => deps.demo.close();
  if (isKnown) {
    await deps.worker()({ ...query, user: 'grace', keyOwner: 'ada', range });
    deps.requests.length = 0;
  }
  const api = inWaves(deps.state.reply, atOnce);
  deps.state.reply = api.reply;
  const refreshing = deps.refreshDeps();
  // The agent's name is asked beside the figures, as a page that opens does.
  const name = resolveMentor(
    { ...refreshing, readCached: async () => null, writeCached: async () => undefined },
    { ...query, keyOwner: 'ada', idOrSlug: 'calculus-tutor' },
  );
  const refreshed = deps.worker()({ ...query, keyOwner: 'ada', range });
  const cards = () => deps.cards({ range });
  const counted = await api.count(Promise.all([name, refreshed]), {
    figures: () =>
      cardsShown(cards()).every((card) => cards()[card]?.data) &&
      Object.values(kpis(figuresShown(cards()))).filter(({ value }) => value !== null).length >=
        cardsShown(cards()).length,
    bars: () => cards().cost?.data?.spans.every(({ cost }) => cost !== null) === true,
    someBars: () => cards().cost?.data?.spans.some(({ cost }) => cost !== null) === true,
  });
  return { ...counted, calls: deps.requests.length };
}

describe('nothing cached, the deployment known', () => {
  it.each([
    '24h',
    '7d',
    '30d',
    '90d',
    'this-month',
  ] as const)('all figures of %s stand after one round trip, all bars after two', async (kind) => {
    const { figures, bars } = await trips({ generation: '1', isKnown: true, range: { kind } });
    expect(figures).toBe(1);
    expect(bars).toBeLessThanOrEqual(2);
  });

  it.each(['2', 'both'] as const)('generation %s: all stands after one', async (generation) => {
    expect(await trips({ generation, isKnown: true })).toMatchObject({ figures: 1, bars: 1 });
  });

  it('over six connections the figures come first, then the bars, then what stands beside', async () => {
    const counted = await trips({ generation: '1', isKnown: true, atOnce: 6 });
    expect(counted).toMatchObject({ figures: 1, bars: 3, end: 3 });
  });
});

describe('nothing cached, nothing known of the deployment', () => {
  it.each([
    '1',
    '2',
    'both',
  ] as const)('generation %s: all figures stand after two round trips at most', async (generation) => {
    const { figures } = await trips({ generation, isKnown: false });
    expect(figures).toBeLessThanOrEqual(generation === '2' ? 2 : 1);
  });
});
