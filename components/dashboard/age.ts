import { age } from '@/utils/analytics/age';
import { locale, say } from '@/utils/say';

/** Older figures are marked. */
const OLD_MS = 60 * 60_000;

/**
 * What is said of the figures' age, and in which class: nothing where there are none (`fetchedAtMs` is
 * null), and that newer ones are coming while they are.
 */
export function ageShown(
  fetchedAtMs: number | null,
  { nowMs, busy }: { nowMs: number; busy: boolean },
): { text: string; className: string } {
  const ageMs = fetchedAtMs === null ? null : Math.max(0, nowMs - fetchedAtMs);
  const className = ageMs !== null && ageMs > OLD_MS ? 'age stale' : 'age';
  if (busy) return { text: say('ui_refreshing'), className };
  return { text: ageMs === null ? '' : say('ui_updated', age(ageMs, locale())), className };
}
