// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { roundTrips } from '@/demo/fakes/round-trips';

describe('nothing cached, the deployment known', () => {
  it.each([
    '24h',
    '7d',
    '30d',
    '90d',
    'this-month',
  ] as const)('all figures of %s stand after one round trip, all bars after two', async (kind) => {
    const { figures, bars } = await roundTrips({ generation: '1', isKnown: true, range: { kind } });
    expect(figures).toBe(1);
    expect(bars).toBeLessThanOrEqual(2);
  });

  it.each(['2', 'both'] as const)('generation %s: all stands after one', async (generation) => {
    expect(await roundTrips({ generation, isKnown: true })).toMatchObject({ figures: 1, bars: 1 });
  });

  it('over six connections the figures come first, then the bars, then what stands beside', async () => {
    const counted = await roundTrips({ generation: '1', isKnown: true, atOnce: 6 });
    expect(counted).toMatchObject({ figures: 1, bars: 3, end: 3 });
  });
});

describe('nothing cached, nothing known of the deployment', () => {
  it.each([
    '1',
    '2',
    'both',
  ] as const)('generation %s: all figures stand after two round trips at most', async (generation) => {
    const { figures } = await roundTrips({ generation, isKnown: false });
    expect(figures).toBeLessThanOrEqual(generation === '2' ? 2 : 1);
  });
});
