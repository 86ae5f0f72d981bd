import { age } from '@/utils/figures/time/age';
import { locale, say } from '@/utils/say';
import { ageClass } from './age-class';

/**
 * Returns the text and the class of the figures' age: none if there are no figures (`fetchedAtMs` is
 * null), and a text that newer figures are being fetched during a refresh.
 */
export function ageShown(
  fetchedAtMs: number | null,
  { nowMs, busy }: { nowMs: number; busy: boolean },
): { text: string; className: string } {
  const ageMs = fetchedAtMs === null ? null : Math.max(0, nowMs - fetchedAtMs);
  const className = ageClass(ageMs ?? 0);
  if (busy) return { text: say('ui_refreshing'), className };
  return { text: ageMs === null ? '' : say('ui_updated', age(ageMs, locale())), className };
}
