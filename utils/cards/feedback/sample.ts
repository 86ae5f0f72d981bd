import { bucketMs, bucketsOf } from '@/utils/figures/buckets';
import { sumKnown } from '@/utils/figures/kpi';
import { type Period, periodOf, precedingPeriod } from '@/utils/figures/period';
import type { Range } from '@/utils/figures/range';
import { sampleActivity } from '@/utils/figures/sample';
import { mentorShare } from '../mentor-share';
import type { FeedbackData } from './data';

/** Invented entries of feedback of any range. */
export function sampleFeedback(range: Range, mentor: boolean, nowMs: number): FeedbackData {
  const period = periodOf(range, nowMs);
  const before = pointsOf(precedingPeriod(period), nowMs, mentorShare(mentor));
  return {
    period,
    points: pointsOf(period, nowMs, mentorShare(mentor)),
    preceding: { count: sumKnown(before.map((point) => point.count)), points: before },
  };
}

const pointsOf = (period: Period, nowMs: number, share: number) =>
  bucketsOf(period, nowMs).map(({ startMs }) => ({
    startMs,
    count: Math.round(sampleActivity(startMs, bucketMs(period.aggregation), nowMs, 0.4 * share, 3)),
  }));
