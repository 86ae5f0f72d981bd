import type { Say, TextKey } from '@/utils/failure';
import { againstWhat } from '@/utils/figures/against-what';
import type { Compared } from '@/utils/figures/comparison';
import { type DominantStretch, dominantStretch } from '@/utils/figures/dominant-stretch';
import { percent } from '@/utils/figures/format';
import type { Kpi } from '@/utils/figures/kpi';
import type { Period } from '@/utils/figures/period';
import type { KpiSpec } from './card';
import { type CardData, type CardName, cardNames } from './data';
import type { Figures } from './state';
import { cardViews } from './view';

const LEAST_CHANGE = 0.1;

/** A change that is worth a sentence. */
interface Change {
  subject: TextKey;
  change: number;
  compared: Compared;
  period: Period;
  dominant: (locale: string) => DominantStretch | null;
}

/**
 * What changed most against the range before, in one sentence with its numbers; null where nothing
 * changed by a tenth, where there is too little to speak of a change, or where numbers are missing.
 */
export function headline(figures: Figures, say: Say, locale: string): string | null {
  const [most] = cardNames
    .flatMap((name) => changesOf(figures, name))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  if (!most) return null;
  const { subject, change } = most;
  const changed = say(
    change > 0 ? 'insight_up' : 'insight_down',
    say(subject),
    percent(Math.abs(change), locale),
    againstWhat(most.compared, most.period, say, locale),
  );
  const dominant = change > 0 ? most.dominant(locale) : null;
  if (!dominant) return say('insight_plain', changed);
  const text = dominant.isDay ? 'insight_share' : 'insight_share_within';
  return say(text, changed, percent(dominant.share, locale), dominant.title);
}

/** The changes of one card that are worth a sentence. */
function changesOf<Name extends CardName>(figures: Figures, name: Name): Change[] {
  const data: CardData[Name] | undefined = figures[name];
  const specs: readonly KpiSpec<CardData[Name]>[] = cardViews[name].kpis;
  if (!data) return [];
  return specs.flatMap(({ sentence, compute }) => {
    if (!sentence?.isWhollyKnown(data)) return [];
    const figure = compute(data);
    const change = changeWorthTelling(figure, sentence.leastPreceding);
    const { compared } = figure;
    if (change === null || compared === null) return [];
    const stretchAt = (index: number) => sentence.stretchAt(data, index);
    const dominant = (locale: string) => dominantStretch(figure, stretchAt, locale);
    return [{ subject: sentence.subject, change, compared, period: data.period, dominant }];
  });
}

/** Below a tenth, or where too little was there before, a change is not worth a sentence: null. */
function changeWorthTelling({ change, preceding }: Kpi, leastPreceding: number): number | null {
  if (change === null || preceding === null || preceding < leastPreceding) return null;
  return Math.abs(change) >= LEAST_CHANGE ? change : null;
}
