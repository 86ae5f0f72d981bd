import type { Aggregation, UtcDay } from '@/utils/figures/time/range';

/** A range of UTC days, and one mentor or all of them (null). */
export interface DaysQuery {
  startDate: UtcDay;
  endDate: UtcDay;
  /** True for all time, whatever the days are. */
  allTime?: boolean;
  mentorId: string | null;
}

/** As `DaysQuery`, with the size of the buckets; the first generation has no months. */
export interface SeriesQuery extends DaysQuery {
  aggregation: Exclude<Aggregation, 'monthly'>;
}

/** The same for the second generation. */
export interface PointsQuery extends DaysQuery {
  aggregation: Aggregation;
}

/** A half-open span of time, in epoch ms. */
export interface Span {
  startMs: number;
  endMs: number;
}
