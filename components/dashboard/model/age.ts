import { age } from '@/utils/figures/age';
import { locale, say } from '@/utils/say';
import { ageClass } from './age-class';

/**
 * What is said of the figures' age, and in which class: nothing where there are none (`fetchedAtMs` is
 * null), and that newer ones are coming while they are.
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
