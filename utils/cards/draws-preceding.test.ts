import { expect, it } from 'vitest';
import { shownCards } from './data';
import { sampleFigures } from './fake-figures';
import { type Figures, mapFigures } from './state';
import { cardViews } from './view';

it('a chart draws the range before only where that is known', () => {
  const figures: Figures = sampleFigures({ kind: '7d' }, false, Date.UTC(2026, 10, 23, 14, 20));
  const cost = figures.cost && { ...figures.cost, precedingSpans: null };
  const known = mapFigures({ ...figures, ...(cost && { cost }) }, (name, data) =>
    cardViews[name].drawsPreceding(data) ? name : null,
  );
  expect(known).toEqual(shownCards.filter((name) => name !== 'cost'));
});
