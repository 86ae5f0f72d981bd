import type { Say } from '@/utils/failure';
import { comparedText } from '../compared-text';
import { exactCount, money, percentChange } from '../format';
import type { Kpi } from '../kpi';

/** A value in words, "unknown" where it is null. */
const spoken = (value: number | null, write: (value: number) => string, say: Say): string =>
  value === null ? say('chart_unknown') : write(value);

export const spokenCount = (value: number | null, say: Say, locale: string): string =>
  spoken(value, (known) => exactCount(known, locale), say);

export const spokenMoney = (value: number | null, say: Say, locale: string): string =>
  spoken(value, (known) => money(known, locale), say);

/** A change as it is heard: "=" would be read as "equals". */
export function spokenChange(change: number | null, say: Say, locale: string): string {
  if (change === null) return say('chart_summary_unknown_change');
  const text = percentChange(change, locale);
  return text === '=' ? say('chart_summary_unchanged') : text;
}

/** One figure's change as a sentence, with what it compares. */
export const changeSentence = ({ change, compared }: Kpi, say: Say, locale: string): string =>
  change === null || compared === null
    ? say('chart_summary_no_comparison')
    : say(
        'chart_summary_change',
        spokenChange(change, say, locale),
        comparedText(compared, say, locale),
      );

/** The highest value above zero, and where it is. */
export function peakIn({ trend }: Kpi): { value: number; index: number } | null {
  let peak: { value: number; index: number } | null = null;
  trend.forEach((value, index) => {
    if (value !== null && value > (peak?.value ?? 0)) peak = { value, index };
  });
  return peak;
}

/** Sentences that have something to say, one after the other. */
export const sentences = (...parts: string[]): string => parts.filter(Boolean).join(' ');
