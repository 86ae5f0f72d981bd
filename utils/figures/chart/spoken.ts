import type { Say } from '@/utils/failure';
import { comparedText } from '../comparison/compared-text';
import type { Kpi } from '../kpi';
import { exactCount, money, percentChange } from '../text/format';

/** Returns a value in words, "unknown" where it is null. */
const spoken = (value: number | null, write: (value: number) => string, say: Say): string =>
  value === null ? say('chart_unknown') : write(value);

export const spokenCount = (value: number | null, say: Say, locale: string): string =>
  spoken(value, (known) => exactCount(known, locale), say);

export const spokenMoney = (value: number | null, say: Say, locale: string): string =>
  spoken(value, (known) => money(known, locale), say);

/** Returns a change for a screen reader, which would read "=" as "equals". */
export function spokenChange(change: number | null, say: Say, locale: string): string {
  if (change === null) return say('chart_summary_unknown_change');
  const text = percentChange(change, locale);
  return text === '=' ? say('chart_summary_unchanged') : text;
}

/** Returns one figure's change as a sentence, with the two times that it compares. */
export const changeSentence = ({ change, compared }: Kpi, say: Say, locale: string): string =>
  change === null || compared === null
    ? say('chart_summary_no_comparison')
    : say(
        'chart_summary_change',
        spokenChange(change, say, locale),
        comparedText(compared, say, locale),
      );

/** Returns the highest value above zero and its index. */
export function peakIn({ trend }: Kpi): { value: number; index: number } | null {
  let peak: { value: number; index: number } | null = null;
  trend.forEach((value, index) => {
    if (value !== null && value > (peak?.value ?? 0)) peak = { value, index };
  });
  return peak;
}

/** Joins the sentences that are not empty. */
export const sentences = (...parts: string[]): string => parts.filter(Boolean).join(' ');
