import { expect, it } from 'vitest';
import { cohortDataSchema, costDataSchema, feedbackDataSchema } from './card-data';
import { costMismatch, kpis } from './kpi';
import { PRESETS, type Preset } from './range';
import { sampleCards } from './sample';

const NOW = Date.parse('2026-11-18T15:20:00Z');

it.each<Preset>([
  ...PRESETS,
])('has believable figures for %s, in the shape of real ones', (kind) => {
  const cards = sampleCards({ kind }, false, NOW);
  expect(cohortDataSchema.safeParse(cards.cohorts).success).toBe(true);
  expect(costDataSchema.safeParse(cards.cost).success).toBe(true);
  expect(feedbackDataSchema.safeParse(cards.feedback).success).toBe(true);
  for (const kpi of Object.values(kpis(cards))) expect(kpi.value).toBeGreaterThan(0);
  expect(costMismatch(cards.cost)).toBeNull();
  expect(cards.cohorts.points.every(({ startMs }) => startMs <= NOW)).toBe(true);
});

it('is the same for everybody, and less for one mentor', () => {
  expect(sampleCards({ kind: '30d' }, false, NOW)).toEqual(
    sampleCards({ kind: '30d' }, false, NOW),
  );
  const [all, one] = [false, true].map((mentor) => kpis(sampleCards({ kind: '30d' }, mentor, NOW)));
  expect(one?.feedback.value).toBeLessThan(all?.feedback.value ?? 0);
  expect(one?.cost.value).toBe(all?.cost.value);
});
