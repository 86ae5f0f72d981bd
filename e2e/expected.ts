import { expect } from 'vitest';
import { expectedFigures, type Figures } from '../demo/expected/gen1';
import { bucketsOf, costSpans } from '../utils/figures/time/buckets';
import { drawnEndMs, periodOf } from '../utils/figures/time/period';
import type { Range } from '../utils/figures/time/range';

/** The demo's clock stands still while a file runs, so that no visit comes between asking and looking. */
export const NOW_MS = Date.now();

/** The figures that the dashboard must show for a user at Acme, counted from the demo's own records. */
export function expectedOf(
  userName: string,
  range: Range,
  mentorId: string | null = null,
): Figures {
  return figuresOf(userName, periodOf(range, NOW_MS), mentorId);
}

function figuresOf(
  userName: string,
  { startMs, endMs, aggregation }: ReturnType<typeof periodOf>,
  mentorId: string | null = null,
): Figures {
  // The people of a month are counted by its days.
  const counted = aggregation === 'monthly' ? 'daily' : aggregation;
  const time = { startMs, endMs, nowMs: NOW_MS, aggregation: counted } as const;
  return expectedFigures({ orgKey: 'acme', userName, mentorId, ...time });
}

/** The rows of the tables behind the charts, as numbers. */
export function expectedTables(userName: string, range: Range): Record<string, number[][]> {
  const period = periodOf(range, NOW_MS);
  const { veterans } = figuresOf(userName, { ...period, endMs: drawnEndMs(period) });
  const within = (interval: { startMs: number; endMs: number }) =>
    figuresOf(userName, { ...period, ...interval });
  const buckets = bucketsOf(period, NOW_MS).map(within);
  return {
    cohorts: buckets.map(({ newUsers }, index) => [newUsers, veterans[index] ?? Number.NaN]),
    cost: costSpans(period, NOW_MS).map((span) => [within(span).cost]),
    feedback: buckets.map(({ feedback }) => [feedback]),
  };
}

/** Compares headline figures; money to a millionth. */
export function expectFigures(seen: Record<string, number | null>, expected: Figures): void {
  expect(seen['new-users']).toBe(expected.newUsers);
  expect(seen['veteran-users']).toBeCloseTo(expected.veteranAverage, 6);
  expect(seen.cost).toBeCloseTo(expected.cost, 6);
  expect(seen.feedback).toBe(expected.feedback);
}
