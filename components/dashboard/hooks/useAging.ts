import { useEffect, useRef } from 'preact/hooks';

const OLD_MS = 15 * 60_000;
/** A random delay, so that the panels of many users don't ask in the same second. */
const SPREAD_MS = 60_000;

/**
 * Asks anew for figures (fetched at `fetchedAtMs`) once they are older than a quarter of an hour, and after a
 * failure a quarter of an hour later again. Only a page that is seen asks, as `nowMs` stands still in others.
 */
export function useAging(
  fetchedAtMs: number | null,
  nowMs: number,
  refresh: (newerThanMs: null) => void,
): void {
  const last = useRef({ askedAtMs: 0, spreadMs: Math.random() * SPREAD_MS });
  useEffect(() => {
    const { askedAtMs, spreadMs } = last.current;
    if (fetchedAtMs === null) return;
    if (nowMs - Math.max(fetchedAtMs, askedAtMs) < OLD_MS + spreadMs) return;
    last.current = { askedAtMs: nowMs, spreadMs: Math.random() * SPREAD_MS };
    refresh(null);
  }, [fetchedAtMs, nowMs, refresh]);
}
