import { sampleActivity, samplePeriod } from '@/utils/figures/sample';
import { bucketsOf } from '@/utils/figures/time/buckets';
import type { Range } from '@/utils/figures/time/range';
import { mentorShare } from '../mentor-share';
import type { RatingsData } from './data';

/** Invented average ratings of any range. */
export function sampleRatings(range: Range, mentor: boolean, nowMs: number): RatingsData {
  const period = samplePeriod(range, nowMs);
  const points = bucketsOf(period, nowMs).map(({ startMs, endMs }) => {
    const sizeMs = endMs - startMs;
    const rated = Math.round(sampleActivity(startMs, sizeMs, nowMs, 0.3 * mentorShare(mentor), 6));
    const rating = 4.1 + 0.5 * Math.sin(startMs / (5 * sizeMs));
    return { startMs, rating: rated === 0 ? null : rating, ...(rated > 0 && { rated }) };
  });
  const rated = points.reduce((sum, point) => sum + (point.rated ?? 0), 0);
  const total = points.reduce((sum, point) => sum + (point.rating ?? 0) * (point.rated ?? 0), 0);
  return {
    period,
    asOfMs: nowMs,
    points,
    average: rated > 0 ? total / rated : null,
    compared: null,
    ...(rated > 0 && { counted: { average: total / rated, rated } }),
  };
}
