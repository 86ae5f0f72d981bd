import { average } from '@/utils/figures/kpi';
import type { CohortPoint } from '@/utils/figures/series';
import { bucketsOf } from '@/utils/figures/time/buckets';
import { finishedAverage } from '@/utils/figures/time/finished';
import type { Period } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import type { CohortData } from './data';

type Drawn = Pick<CohortData, 'period' | 'points' | 'preceding'>;

/** The buckets that are drawn: the days of months as the average day of each month. */
export function drawn(data: CohortData): Drawn {
  if (!data.byMonth) return data;
  const { period, points, preceding, asOfMs } = data;
  return {
    period: { ...period, aggregation: 'monthly' },
    points: monthsOf(points, period, asOfMs),
    preceding: preceding && {
      points: monthsOf(preceding.points, precedingPeriod(period), asOfMs),
    },
  };
}

function monthsOf(days: CohortPoint[], period: Period, asOfMs: number): CohortPoint[] {
  const months = bucketsOf({ ...period, aggregation: 'monthly' }, asOfMs);
  return months.map(({ startMs, endMs }) => {
    const ofMonth = days.filter((day) => day.startMs >= startMs && day.startMs < endMs);
    const averageOf = (valueIn: (day: CohortPoint) => number | null) => {
      const measured = ofMonth.map((day) => ({ startMs: day.startMs, value: valueIn(day) }));
      // On the first day of a month there is only the one that runs.
      const ended = finishedAverage(measured, period, asOfMs);
      return ended ?? average(measured.map(({ value }) => value));
    };
    return {
      startMs,
      newUsers: averageOf((day) => day.newUsers),
      veteranUsers: averageOf((day) => day.veteranUsers),
    };
  });
}
