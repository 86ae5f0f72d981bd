import { sampleActivity, samplePeriod } from '@/utils/figures/sample';
import { bucketsOf } from '@/utils/figures/time/buckets';
import type { Period } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import type { Range } from '@/utils/figures/time/range';
import { mentorShare } from '../mentor-share';
import type { FeedbackData } from './data';

/** Invented entries of feedback of any range. */
export function sampleFeedback(range: Range, mentor: boolean, nowMs: number): FeedbackData {
  const period = samplePeriod(range, nowMs);
  return {
    period,
    asOfMs: nowMs,
    points: pointsOf(period, nowMs, mentorShare(mentor)),
    preceding: { points: pointsOf(precedingPeriod(period), nowMs, mentorShare(mentor)) },
  };
}

const pointsOf = (period: Period, nowMs: number, share: number) =>
  bucketsOf(period, nowMs).map(({ startMs, endMs }) => ({
    startMs,
    count: Math.round(sampleActivity(startMs, endMs - startMs, nowMs, 0.4 * share, 3)),
  }));
