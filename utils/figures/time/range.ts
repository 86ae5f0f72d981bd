import * as z from 'zod/mini';
import type { TextKey } from '@/utils/failure';

export const PRESETS = [
  'today',
  '24h',
  '7d',
  '30d',
  '90d',
  'this-month',
  'last-month',
  '12m',
  'all',
] as const;
export type Preset = (typeof PRESETS)[number];

export const AGGREGATIONS = ['hourly', 'daily', 'weekly', 'monthly'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** A UTC calendar day, `YYYY-MM-DD`. */
export type UtcDay = string;

/** Returns the instant (epoch ms) at which a UTC day begins; null for an invalid day. */
export function dayStartMs(day: UtcDay): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(ms) && utcDay(ms) === day ? ms : null;
}

/** Returns the UTC calendar day that contains an instant (epoch ms). */
export const utcDay = (ms: number): UtcDay => new Date(ms).toISOString().slice(0, 10);

const utcDaySchema = z.string().check(z.refine((day) => dayStartMs(day) !== null));
const aggregation = z.optional(z.enum(AGGREGATIONS));

const custom = z.object({
  kind: z.literal('custom'),
  from: utcDaySchema,
  to: utcDaySchema,
  aggregation,
});

/**
 * A stored or sent range; the days of a custom range are in order and within the form's longest
 * length.
 */
export const rangeSchema = z.union([
  z.object({ kind: z.enum(PRESETS), aggregation }),
  custom.check(z.refine(({ from, to }) => from <= to && !isTooLong(from, to))),
]);

/** A range as the user chooses it: a preset, or two UTC days, both included. */
export type Range = z.infer<typeof rangeSchema>;

export const DEFAULT_RANGE: Range = { kind: '30d' };

/** Returns the same text for the same range, for cache keys. */
export function rangeKey(range: Range): string {
  const days = range.kind === 'custom' ? `${range.from}..${range.to}` : range.kind;
  return range.aggregation ? `${days}/${range.aggregation}` : days;
}

/** The longest custom range, in days: ten years, as a longer one is probably a typing error. */
const MAX_CUSTOM_DAYS = 3660;

const isTooLong = (from: UtcDay, to: UtcDay): boolean =>
  (dayStartMs(to) ?? 0) - (dayStartMs(from) ?? 0) >= MAX_CUSTOM_DAYS * DAY_MS;

/** No deployment is older than this; while a year is being typed it reads as 0020, for example. */
const EARLIEST_DAY = '2000-01-01';

/** The start of all time where it is not known when that begins (epoch ms): before any day above. */
export const SINCE_EVER_MS = Date.UTC(1999, 11, 1);

/** Checks two typed days; a refusal names the field and the reason. */
export function checkCustomRange(
  from: string,
  to: string,
  nowMs: number,
): { ok: true; range: Range } | { ok: false; field: 'from' | 'to'; text: TextKey } {
  const first = dayStartMs(from);
  const last = dayStartMs(to);
  if (first === null) return { ok: false, field: 'from', text: 'range_not_a_day' };
  if (last === null) return { ok: false, field: 'to', text: 'range_not_a_day' };
  if (first > nowMs) return { ok: false, field: 'from', text: 'range_in_future' };
  if (from < EARLIEST_DAY) return { ok: false, field: 'from', text: 'range_too_early' };
  if (last < first) return { ok: false, field: 'to', text: 'range_ends_before' };
  if (isTooLong(from, to)) return { ok: false, field: 'from', text: 'range_too_long' };
  return { ok: true, range: { kind: 'custom', from, to } };
}
