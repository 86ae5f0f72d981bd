import { expect } from 'vitest';
import { expectedFigures } from '../demo/expected';
import { periodOf } from '../utils/analytics/period';
import type { Range } from '../utils/analytics/range';

/** What the dashboard has to show for somebody at Acme, counted from the demo's own records. */
export function expectedOf(userName: string, range: Range, mentorId: string | null = null) {
  const nowMs = Date.now();
  const { startMs, endMs, aggregation } = periodOf(range, nowMs);
  return expectedFigures({
    orgKey: 'acme',
    userName,
    mentorId,
    startMs,
    endMs,
    nowMs,
    aggregation,
  });
}

/** Compares headline figures; money to a millionth. */
export function expectFigures(
  seen: Record<string, number | null>,
  expected: ReturnType<typeof expectedOf>,
): void {
  expect(seen['new-users']).toBe(expected.newUsers);
  expect(seen['veteran-users']).toBeCloseTo(expected.veteranAverage, 6);
  expect(seen.cost).toBeCloseTo(expected.cost, 6);
  expect(seen.feedback).toBe(expected.feedback);
}
