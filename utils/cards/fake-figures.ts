import en from '@/public/_locales/en/messages.json';
import es from '@/public/_locales/es/messages.json';
import type { Say } from '@/utils/failure';
import { compareTotals } from '@/utils/figures/comparison/comparison';
import { bucketsOf } from '@/utils/figures/time/buckets';
import { type Period, periodOf } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { DAY_MS, type Range } from '@/utils/figures/time/range';
import type { CohortData } from './cohorts/data';
import { sampleCohorts } from './cohorts/sample';
import type { CostData } from './cost/data';
import { sampleCost } from './cost/sample';
import type { FeedbackData } from './feedback/data';
import { sampleFeedback } from './feedback/sample';

/** Small, readable figures of three days for tests, and their texts. */
export const START_MS = Date.parse('2026-11-11T00:00:00Z'); // a Wednesday
export const EXAMPLE_NOW_MS = START_MS + 2.5 * DAY_MS;

const sayFrom =
  (messages: typeof en): Say =>
  (key, ...values) =>
    messages[key].message.replace(/\$(\d)/g, (_, n) => String(values[Number(n) - 1] ?? ''));

export const sayEnglish = sayFrom(en);
export const saySpanish = sayFrom(es);

/** As `Intl` writes them, but with plain spaces only. */
export const plainSpaces = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

/** So many days from the start on. */
export const daysFrom = (startMs: number, count: number) => ({
  startMs,
  endMs: startMs + count * DAY_MS,
  aggregation: 'daily' as const,
});

const period = daysFrom(START_MS, 3);

/** So many days before a range of days, with all that they hold on the first of them. */
const daysBefore = (days: number, first: number) =>
  Array.from({ length: Math.max(1, days) }, (_, i) => ({
    startMs: START_MS - (Math.max(1, days) - i) * DAY_MS,
    count: i === 0 ? first : 0,
  }));

/** Days of [new, veteran] users, all ended, with ten new ones in the days before. */
export const cohortsOf = (days: [number | null, number | null][]): CohortData => ({
  period: daysFrom(START_MS, Math.max(1, days.length)),
  asOfMs: START_MS + Math.max(1, days.length) * DAY_MS,
  points: days.map(([newUsers, veteranUsers], i) => ({
    startMs: START_MS + i * DAY_MS,
    newUsers,
    veteranUsers,
  })),
  preceding: {
    points: daysBefore(days.length, 10).map(({ startMs, count }) => ({
      startMs,
      newUsers: count,
      veteranUsers: 0,
    })),
  },
  incomplete: false,
});

/** Days of cost, all ended, with a total of their sum unless it is given; compared with what they cost before. */
export const costOf = (
  days: (number | null)[],
  before: number | null = null,
  total = days.reduce<number>((sum, dollars) => sum + (dollars ?? 0), 0),
): CostData => ({
  period: daysFrom(START_MS, Math.max(1, days.length)),
  asOfMs: START_MS + Math.max(1, days.length) * DAY_MS,
  total,
  spans: days.map((dollars, i) => ({
    startMs: START_MS + i * DAY_MS,
    endMs: START_MS + (i + 1) * DAY_MS,
    open: false,
    cost: dollars,
  })),
  compared:
    before === null
      ? null
      : compareTotals(
          { ...bounds(daysFrom(START_MS, Math.max(1, days.length))), total },
          {
            ...bounds(
              daysFrom(START_MS - Math.max(1, days.length) * DAY_MS, Math.max(1, days.length)),
            ),
            total: before,
          },
        ),
  precedingSpans: null,
});

const bounds = ({ startMs, endMs }: { startMs: number; endMs: number }) => ({ startMs, endMs });

/** Days of feedback entries, all ended, and how many there were before. */
export const feedbackOf = (days: (number | null)[], before: number | null): FeedbackData => ({
  period: daysFrom(START_MS, Math.max(1, days.length)),
  asOfMs: START_MS + Math.max(1, days.length) * DAY_MS,
  points: days.map((count, i) => ({ startMs: START_MS + i * DAY_MS, count })),
  preceding: before === null ? null : { points: daysBefore(days.length, before) },
});

/** Weeks of feedback, one entry each, from a Thursday to a Wednesday: the first and last are cut. */
export const cutWeeks = (): FeedbackData => {
  const nowMs = Date.parse('2026-11-24T12:00:00Z');
  const period = periodOf({ kind: 'custom', from: '2026-10-29', to: '2026-11-18' }, nowMs);
  const weekly = { ...period, aggregation: 'weekly' as const };
  const pointsOf = (of: Period) =>
    bucketsOf(of, nowMs).map(({ startMs }) => ({ startMs, count: 1 }));
  const preceding = { points: pointsOf(precedingPeriod(weekly)) };
  return { period: weekly, asOfMs: nowMs, points: pointsOf(weekly), preceding };
};

export const exampleCohorts: CohortData = {
  ...cohortsOf([
    [2, 6],
    [1, null],
    [4, 3],
  ]),
  period,
};

/** Complete figures of every card that has a sample. */
export const sampleFigures = (range: Range, mentor: boolean, nowMs: number) => ({
  cohorts: sampleCohorts(range, mentor, nowMs),
  cost: sampleCost(range, mentor, nowMs),
  feedback: sampleFeedback(range, mentor, nowMs),
});
