import type { SpanCosts } from '@/utils/api/card-request';
import type { Span } from '@/utils/api/queries';
import { sumMoney } from '@/utils/figures/kpi';
import { DAY_MS } from '@/utils/figures/time/range';

/**
 * The kept costs of spans (US dollars), undefined where there is none. What was never asked as a whole is
 * the sum of its UTC days where each of them is kept: so ranges of different bars share what they asked.
 */
export async function readKept(kept: SpanCosts, spans: Span[]): Promise<(number | undefined)[]> {
  const costs = await kept.read(spans);
  const parts = spans.map((span, n) => (costs[n] === undefined ? daysOf(span) : []));
  const days = await kept.read(parts.flat());
  let from = 0;
  return costs.map((cost, n) => {
    const count = parts[n]?.length ?? 0;
    const known = days.slice(from, from + count).filter((day) => day !== undefined);
    from += count;
    return cost ?? (count > 0 && known.length === count ? sumMoney(known) : undefined);
  });
}

/** The days that make up a span of several; none for one that does not begin and end with a day. */
function daysOf({ startMs, endMs }: Span): Span[] {
  const count = (endMs - startMs) / DAY_MS;
  if (startMs % DAY_MS !== 0 || !Number.isInteger(count) || count < 2) return [];
  return Array.from({ length: count }, (_, n) => ({
    startMs: startMs + n * DAY_MS,
    endMs: startMs + (n + 1) * DAY_MS,
  }));
}
