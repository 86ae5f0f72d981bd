import { useEffect, useRef } from 'preact/hooks';
import { DAY_MS, HOUR_MS, type Range } from '@/utils/figures/time/range';

/**
 * Asks for figures anew once the hour (of "24 h") or the UTC day that they ran up to is over. A panel
 * stays open for days, and a computer that slept over midnight tells nobody; only one that is seen asks,
 * as `nowMs` (epoch ms) stands still in others.
 */
export function useTurn(
  { kind }: Range,
  nowMs: number,
  refresh: (newerThanMs: number) => void,
): void {
  const unitMs = kind === '24h' ? HOUR_MS : DAY_MS;
  const turnMs = Math.floor(nowMs / unitMs) * unitMs;
  const last = useRef({ unitMs, turnMs });
  useEffect(() => {
    const before = last.current;
    last.current = { unitMs, turnMs };
    if (unitMs === before.unitMs && turnMs > before.turnMs) refresh(turnMs);
  }, [unitMs, turnMs, refresh]);
}
