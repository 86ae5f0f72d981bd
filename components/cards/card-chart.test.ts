import { describe, expect, it } from 'vitest';
import { fakeCards, fakeModel } from '@/components/dashboard/model/fake-model';
import type { FiguresModel } from '@/components/dashboard/model/model';
import { cardNames } from '@/utils/figures/card-data';
import { drawsPreceding } from './card-chart';

const figures = (overrides: Partial<FiguresModel>): FiguresModel => {
  const { figures: found } = fakeModel(overrides);
  if (!found) throw new Error('no figures');
  return found;
};

describe('drawsPreceding', () => {
  it('is true only where it was asked for and the range before is known', () => {
    const { cost } = fakeCards;
    const unknown = cost?.data && { ...cost, data: { ...cost.data, precedingSpans: null } };
    const asked = figures({ compare: true, cards: { ...fakeCards, cost: unknown } });
    expect(cardNames.map((name) => drawsPreceding(name, asked))).toEqual(
      cardNames.map((name) => name !== 'cost'),
    );
    expect(cardNames.some((name) => drawsPreceding(name, figures({ compare: false })))).toBe(false);
  });
});
