import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import { type Asked, namesAnother } from './named';
import { toCount } from './numbers';

/** The messages in one hour of one day of the week, both in UTC; 0 is Sunday. */
interface HourCell {
  day: number;
  hour: number;
  count: number;
}

/** `isWhole` is false where the answer leaves out cells that may not be empty. */
export interface HourCells {
  cells: HourCell[];
  isWhole: boolean;
}

const row = z.object({ day_of_week: z.unknown(), hour: z.unknown(), value: z.unknown() });
const envelope = z.object({ data: z.array(z.unknown()) });

const badResponse = fail({ kind: 'bad-response' });

/**
 * Parses `time/`. The answer is `{metric, data: […]}` in its example and in the front ends, or a
 * list, or by its type a single cell, which says nothing about the other hours.
 */
export function parseAccessTimes(json: unknown, asked: Asked): Result<HourCells> {
  if (namesAnother(json, asked)) return badResponse;
  const wrapped = envelope.safeParse(json);
  const rows = wrapped.success ? wrapped.data.data : Array.isArray(json) ? json.flat() : [json];
  const isSingle = !wrapped.success && !Array.isArray(json);
  const cells: HourCell[] = [];
  for (const item of rows) {
    if (namesAnother(item, asked)) return badResponse;
    const cell = cellOf(item);
    if (cell !== null) cells.push(cell);
  }
  if (rows.length > 0 && cells.length === 0) return badResponse;
  return ok({ cells, isWhole: !isSingle && cells.length === rows.length });
}

function cellOf(item: unknown): HourCell | null {
  const parsed = row.safeParse(item);
  if (!parsed.success) return null;
  const day = toCount(parsed.data.day_of_week);
  const hour = toCount(parsed.data.hour);
  const count = toCount(parsed.data.value);
  const isCell = day !== null && day <= 6 && hour !== null && hour <= 23 && count !== null;
  return isCell ? { day, hour, count } : null;
}
