import { monthOf } from './months';
import type { Period } from './period';

/**
 * Returns all time from the month of its first figure on, as nothing else says when it begins; any
 * other period as it is. `startsMs` are the starts of all buckets that are not empty (epoch ms).
 */
export function sinceFirst(period: Period, startsMs: number[]): Period {
  if (period.cut !== 'all' || startsMs.length === 0) return period;
  const firstMs = startsMs.reduce((a, b) => Math.min(a, b));
  return { ...period, startMs: Math.max(period.startMs, monthOf(firstMs).startMs) };
}
