import { expect, it } from 'vitest';
import { PRESETS, type Preset } from '@/utils/figures/time/range';
import { cohorts } from './cohorts/data';
import { cost } from './cost/data';
import { costMismatch } from './cost/kpi';
import { sampleFigures } from './fake-figures';
import { feedback } from './feedback/data';
import { kpis } from './kpis';

const NOW = Date.parse('2026-11-18T15:20:00Z');

it.each<Preset>([
  ...PRESETS,
])('has believable figures for %s, in the shape of real ones', (kind) => {
  const cards = sampleFigures({ kind }, false, NOW);
  expect(cohorts.schema.safeParse(cards.cohorts).success).toBe(true);
  expect(cost.schema.safeParse(cards.cost).success).toBe(true);
  expect(feedback.schema.safeParse(cards.feedback).success).toBe(true);
  const figures = kpis(cards);
  for (const name of ['new-users', 'veteran-users', 'cost', 'feedback']) {
    expect(figures[name]?.value).toBeGreaterThan(0);
  }
  expect(costMismatch(cards.cost)).toBeNull();
  expect(cards.cohorts.points.every(({ startMs }) => startMs <= NOW)).toBe(true);
});

it('is the same for everybody, and less for one mentor', () => {
  expect(sampleFigures({ kind: '30d' }, false, NOW)).toEqual(
    sampleFigures({ kind: '30d' }, false, NOW),
  );
  const [all, one] = [false, true].map((mentor) =>
    kpis(sampleFigures({ kind: '30d' }, mentor, NOW)),
  );
  expect(one?.feedback?.value).toBeLessThan(all?.feedback?.value ?? 0);
  expect(one?.cost?.value).toBe(all?.cost?.value);
});
