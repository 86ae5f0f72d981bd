import { useEffect, useRef } from 'preact/hooks';
import type { Failure } from '@/utils/failure';

const OLD_MS = 15 * 60_000;
/** A random delay, so that the panels of many users don't ask in the same second. */
const SPREAD_MS = 60_000;
/** No server is asked by what reaches none. */
const CUT_OFF_MS = 60_000;
/** `nowMs` may be older by less than this; what is later still is of a clock that was set back since. */
const TICK_MS = 60_000;

/**
 * Asks anew for figures (fetched at `fetchedAtMs`) once they are older than a quarter of an hour, and after a
 * failure a quarter of an hour later again; once a minute while no server is reached: nothing tells that
 * somebody has signed in to a captive portal. Only a page that is seen asks, as `nowMs` stands still in others.
 */
export function useAging(
  { fetchedAtMs, failure }: { fetchedAtMs: number | null; failure: Failure | null },
  nowMs: number,
  refresh: (newerThanMs: null) => void,
): void {
  const last = useRef({ askedAtMs: 0, spreadMs: Math.random() * SPREAD_MS, openedAtMs: nowMs });
  const isCutOff = failure?.kind === 'offline';
  const hasFailed = failure !== null;
  useEffect(() => {
    const { askedAtMs, spreadMs, openedAtMs } = last.current;
    if (fetchedAtMs === null && !hasFailed) return;
    const known = isCutOff ? openedAtMs : (fetchedAtMs ?? openedAtMs);
    const waitMs = isCutOff ? CUT_OFF_MS : OLD_MS + spreadMs;
    const isPast = (ms: number) => ms <= nowMs + TICK_MS;
    if (nowMs - Math.max(0, ...[known, askedAtMs].filter(isPast)) < waitMs) return;
    last.current = { askedAtMs: nowMs, spreadMs: Math.random() * SPREAD_MS, openedAtMs };
    refresh(null);
  }, [fetchedAtMs, isCutOff, hasFailed, nowMs, refresh]);
}
