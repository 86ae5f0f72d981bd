import type { Compared } from './comparison';

/** One headline figure; null wherever something is unknown, never zero. */
export interface Kpi {
  /** Of the whole range, what still runs included. */
  value: number | null;
  /** The value that the change is measured by. */
  preceding: number | null;
  /** The change as a ratio, 0.12 for +12 %; null where there is nothing to compare with. */
  change: number | null;
  /** What the change compares: of the time that has ended. */
  compared: Compared | null;
  peak?: { value: number; startMs: number };
  /** The values over the period, bucket by bucket. */
  trend: (number | null)[];
  /** How many of them are of buckets that have ended: all that a line without axes can show. */
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

/** A figure with its change against the range before. */
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

/** Computes a figure once for the same data: headline, sentence and summary all ask, of long series too. */
export function memoized<Data extends object>(figure: (data: Data) => Kpi): (data: Data) => Kpi {
  const known = new WeakMap<Data, Kpi>();
  return (data) => {
    const computed = known.get(data) ?? figure(data);
    known.set(data, computed);
    return computed;
  };
}

/** The change as a ratio of the preceding value; null where either is unknown or that is not above zero. */
export function changeOf(value: number | null, preceding: number | null): number | null {
  if (value === null || preceding === null || preceding <= 0) return null;
  return (value - preceding) / preceding;
}

/** The highest value above zero and when its bucket begins; undefined where there is none. */
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

/** The sum of what is known; zero for an empty series, null where nothing in it is known. */
export function sumKnown(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0 && values.length > 0) return null;
  return known.reduce((sum, value) => sum + value, 0);
}

/** The average of what is known; zero for an empty series, null where nothing in it is known. */
export function average(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).length;
  const sum = sumKnown(values);
  return sum === null || known === 0 ? sum : sum / known;
}

const MICRO = 1_000_000;

/** The sum of amounts in dollars, exact to a millionth: floats drift over a year of days. */
export function sumMoney(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * MICRO), 0) / MICRO;
}
