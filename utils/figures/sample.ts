import { bucketMs, bucketsOf, costSpans } from './buckets';
import type { CardData } from './card-data';
import { average, sumKnown, sumMoney } from './kpi';
import { type Period, periodOf, precedingPeriod } from './period';
import { DAY_MS, HOUR_MS, type Range } from './range';

/** Whose the sample is: nobody's, and it says so. */
export const SAMPLE_WHO = {
  user: 'sample.user',
  displayName: 'Sample User',
  org: 'sample',
  orgName: 'Sample University',
  mentorName: 'Sample Mentor',
} as const;

/**
 * Believable figures for any range, the same for the same hour whoever asks: a working week's rhythm,
 * some growth, nothing after now. `mentor` gives one mentor's share of what is counted by mentor.
 */
export function sampleCards(range: Range, mentor: boolean, nowMs: number): CardData {
  const period = periodOf(range, nowMs);
  const before = precedingPeriod(period);
  const share = mentor ? 0.4 : 1;
  const cohorts = (part: Period) => cohortPoints(part, nowMs, share);
  const counts = (part: Period) => feedbackPoints(part, nowMs, share);
  const cohortsBefore = cohorts(before);
  const countsBefore = counts(before);
  const spans = costSpans(period, nowMs).map((span) => ({ ...span, cost: cost(span, nowMs) }));
  const spansBefore = costSpans(before, nowMs).map(({ startMs, endMs }) => ({
    startMs,
    endMs,
    cost: cost({ startMs, endMs }, nowMs),
  }));
  return {
    cohorts: {
      kind: 'cohorts',
      period,
      points: cohorts(period),
      preceding: {
        newUsers: sumKnown(cohortsBefore.map((p) => p.newUsers)),
        veteranAverage: average(cohortsBefore.map((p) => p.veteranUsers)),
        points: cohortsBefore,
      },
      incomplete: false,
    },
    cost: {
      period,
      total: sumMoney(spans.map((span) => span.cost)),
      spans,
      precedingTotal: sumMoney(spansBefore.map((span) => span.cost)),
      precedingSpans: spansBefore,
    },
    feedback: {
      kind: 'entries',
      period,
      points: counts(period),
      preceding: { count: sumKnown(countsBefore.map((p) => p.count)), points: countsBefore },
    },
  };
}

// Over a longer bucket more different people come, but far from that many times as many.
const DIFFERENT = { hourly: 0.9, daily: 0.4, weekly: 0.14 };

function cohortPoints(period: Period, nowMs: number, share: number) {
  const sizeMs = bucketMs(period.aggregation);
  return bucketsOf(period, nowMs).map(({ startMs }) => ({
    startMs,
    newUsers: Math.round(sum(startMs, sizeMs, nowMs, 0.25 * share, 1)),
    veteranUsers: Math.round(
      sum(startMs, sizeMs, nowMs, 5 * share, 2) * DIFFERENT[period.aggregation],
    ),
  }));
}

function feedbackPoints(period: Period, nowMs: number, share: number) {
  return bucketsOf(period, nowMs).map(({ startMs }) => ({
    startMs,
    count: Math.round(sum(startMs, bucketMs(period.aggregation), nowMs, 0.4 * share, 3)),
  }));
}

function cost({ startMs, endMs }: { startMs: number; endMs: number }, nowMs: number): number {
  return Math.round(sum(startMs, endMs - startMs, nowMs, 0.045, 4) * 10_000) / 10_000;
}

/** The activity of a stretch: hour by hour, up to now. */
function sum(
  startMs: number,
  lengthMs: number,
  nowMs: number,
  perHour: number,
  series: number,
): number {
  let total = 0;
  for (let ms = startMs; ms < startMs + lengthMs && ms <= nowMs; ms += HOUR_MS) {
    total += perHour * rhythm(ms) * growth(ms) * (0.5 + noise(ms / HOUR_MS, series));
  }
  return total;
}

/** How busy each day is, from Sunday on. */
const WEEKDAYS = [0.25, 1.15, 1.3, 1.2, 1.05, 0.8, 0.35];

/** Busy on weekdays from eight to six, quiet at night and on Sundays. */
function rhythm(ms: number): number {
  // By arithmetic, as ten years are 700,000 hours to look at; 1970 began on a Thursday.
  const day = WEEKDAYS[(Math.floor(ms / DAY_MS) + 4) % 7] ?? 1;
  const hour = Math.floor(ms / HOUR_MS) % 24;
  return day * (hour >= 8 && hour < 18 ? 1.9 : 0.35);
}

const GROWS_FROM_MS = Date.UTC(2025, 0, 1);

/** Slow, steady growth, so that a range has something to say against the one before. */
const growth = (ms: number) => Math.max(0.2, 1 + (ms - GROWS_FROM_MS) / (HOUR_MS * 24 * 400));

/** A number in [0, 1) that depends on its arguments alone (a small integer hash). */
function noise(hour: number, series: number): number {
  let h = Math.imul(Math.floor(hour) ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(series, 0xc2b2ae35);
  h ^= h >>> 13;
  h = Math.imul(h, 0x27d4eb2f);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}
