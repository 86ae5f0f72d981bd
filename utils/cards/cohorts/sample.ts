import { sampleActivity, samplePeriod } from '@/utils/figures/sample';
import { bucketsOf } from '@/utils/figures/time/buckets';
import type { Period } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import type { Range } from '@/utils/figures/time/range';
import { mentorShare } from '../mentor-share';
import { type CohortData, countedPeriod } from './data';

/** Invented users of any range. */
export function sampleCohorts(range: Range, mentor: boolean, nowMs: number): CohortData {
  const asked = samplePeriod(range, nowMs);
  const period = countedPeriod(asked);
  return {
    period,
    ...(period !== asked && { byMonth: true }),
    asOfMs: nowMs,
    points: pointsOf(period, nowMs, mentorShare(mentor)),
    preceding: { points: pointsOf(precedingPeriod(period), nowMs, mentorShare(mentor)) },
    incomplete: false,
  };
}

// Over a longer bucket more different people come, but far from that many times as many.
const DIFFERENT = { hourly: 0.9, daily: 0.4, weekly: 0.14, monthly: 0.04 };

function pointsOf(period: Period, nowMs: number, share: number) {
  return bucketsOf(period, nowMs).map(({ startMs, endMs }) => ({
    startMs,
    newUsers: Math.round(sampleActivity(startMs, endMs - startMs, nowMs, 0.25 * share, 1)),
    veteranUsers: Math.round(
      sampleActivity(startMs, endMs - startMs, nowMs, 5 * share, 2) * DIFFERENT[period.aggregation],
    ),
  }));
}
