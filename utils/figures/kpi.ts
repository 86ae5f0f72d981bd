import type { Compared } from './comparison/comparison';

/** One headline figure; an unknown value is null, never zero. */
export interface Kpi {
  /** The value of the whole range, including the open bucket. */
  value: number | null;
  /** The value that the change is compared with. */
  preceding: number | null;
  /** The change as a ratio: 0.12 for +12 %; null where there is nothing to compare with. */
  change: number | null;
  /** The values and times that the change compares, of finished time only. */
  compared: Compared | null;
  peak?: { value: number; startMs: number };
  /** The values over the period, bucket by bucket. */
  trend: (number | null)[];
  /**
   * The number of these values whose buckets have ended; only these are shown by a line without
   * axes.
   */
  ended: number;
}

export const UNKNOWN_KPI: Kpi = {
  value: null,
  preceding: null,
  change: null,
  compared: null,
  trend: [],
  ended: 0,
};

/** Returns a figure with its change from the preceding range. */
export const kpi = (
  value: number | null,
  compared: Compared | null,
  trend: (number | null)[],
  ended = trend.length,
): Kpi => ({
  value,
  preceding: compared?.preceding ?? null,
  change: compared && changeOf(compared.value, compared.preceding),
  compared,
  trend,
  ended,
});

/**
 * Computes a figure once for the same data, because headline, sentence and summary all use it, also
 * for long series.
 */
export function memoized<Data extends object>(figure: (data: Data) => Kpi): (data: Data) => Kpi {
  const known = new WeakMap<Data, Kpi>();
  return (data) => {
    const computed = known.get(data) ?? figure(data);
    known.set(data, computed);
    return computed;
  };
}

/**
 * Returns the change as a ratio of the preceding value; null where either is unknown or the
 * preceding value is not above zero.
 */
export function changeOf(value: number | null, preceding: number | null): number | null {
  if (value === null || preceding === null || preceding <= 0) return null;
  return (value - preceding) / preceding;
}

/**
 * Returns the highest value above zero and the start of its bucket; undefined where there is none.
 */
export function peakOf<Point extends { startMs: number }>(
  points: Point[],
  valueIn: (point: Point) => number | null,
): Kpi['peak'] {
  let peak: Kpi['peak'];
  for (const point of points) {
    const value = valueIn(point);
    if (value !== null && value > (peak?.value ?? 0)) peak = { value, startMs: point.startMs };
  }
  return peak;
}

/** Returns the sum of the known values; zero for an empty series, null where no value is known. */
export function sumKnown(values: (number | null)[]): number | null {
  let sum: number | null = values.length === 0 ? 0 : null;
  for (const value of values) if (value !== null) sum = (sum ?? 0) + value;
  return sum;
}

/**
 * Returns the average of the known values; zero for an empty series, null where no value is known.
 */
export function average(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).length;
  const sum = sumKnown(values);
  return sum === null || known === 0 ? sum : sum / known;
}

const MICRO = 1_000_000;

/**
 * Returns the sum of amounts in dollars, exact to a millionth, as floats become inexact over a year
 * of days.
 */
export function sumMoney(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * MICRO), 0) / MICRO;
}
