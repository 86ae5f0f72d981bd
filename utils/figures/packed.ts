import * as z from 'zod/mini';

/** A shorter series is stored unchanged; a longer one would take a page too long to read. */
const LEAST_PACKED = 1000;

/**
 * A long series as it is stored: a column of numbers for each field, NaN where a number is unknown.
 */
const packedSchema = z.object({
  startMs: z.instanceof(Float64Array),
  columns: z.array(z.instanceof(Float64Array)),
});

type Value = number | null;

/** The fields of each bucket besides its start, in the order in which they are stored. */
export interface SeriesKind<Point> {
  point: z.ZodMiniType<Point>;
  values: (point: Point) => Value[];
  build: (startMs: number, values: Value[]) => Point;
  columns: number;
}

/**
 * Returns the schema of a stored series, short or packed. Reading 100,000 objects one by one takes
 * a page a third of a second; columns of numbers are copied at once and checked in a few
 * milliseconds.
 */
export function seriesOf<Point>(kind: SeriesKind<Point>) {
  const unpacked = z.pipe(
    packedSchema,
    z.transform((packed, context) => {
      if (isWhole(packed, kind.columns)) return unpack(packed, kind);
      context.issues.push({ code: 'custom', input: packed });
      return [];
    }),
  );
  return z.union([z.array(kind.point), unpacked]);
}

/** Returns a series as it is stored. */
export function pack<Point extends { startMs: number }>(
  points: Point[],
  kind: SeriesKind<Point>,
): unknown {
  if (points.length < LEAST_PACKED) return points;
  const rows = points.map(kind.values);
  return {
    startMs: Float64Array.from(points, ({ startMs }) => startMs),
    columns: Array.from({ length: kind.columns }, (_, column) =>
      Float64Array.from(rows, (row) => row[column] ?? Number.NaN),
    ),
  };
}

type Packed = z.infer<typeof packedSchema>;

/** Whether all columns exist, have the same length, and contain only numbers or NaN. */
const isWhole = ({ startMs, columns }: Packed, count: number): boolean =>
  columns.length === count &&
  !startMs.includes(Number.NaN) &&
  [startMs, ...columns].every(
    (column) =>
      column.length === startMs.length && INFINITE.every((value) => !column.includes(value)),
  );

const INFINITE = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

function unpack<Point>({ startMs, columns }: Packed, { build }: SeriesKind<Point>): Point[] {
  // The same array for each point, which takes its values out of it.
  const values: Value[] = columns.map(() => null);
  return Array.from(startMs, (start, index) => {
    for (let column = 0; column < columns.length; column += 1) {
      const value = columns[column]?.[index] ?? Number.NaN;
      values[column] = Number.isNaN(value) ? null : value;
    }
    return build(start, values);
  });
}
