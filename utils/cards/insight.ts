import type { Say, TextKey } from '@/utils/failure';
import { againstWhat } from '@/utils/figures/comparison/against-what';
import type { Compared } from '@/utils/figures/comparison/comparison';
import { type DominantInterval, dominantInterval } from '@/utils/figures/dominant-interval';
import type { Kpi } from '@/utils/figures/kpi';
import { percent } from '@/utils/figures/text/format';
import { isSameInterval, type Period } from '@/utils/figures/time/period';
import type { AnyCardView, KpiSpec } from './card';
import { type CardData, type CardName, cardNames } from './data';
import { type Figures, mapFigures } from './state';
import { cardViews } from './view';

const LEAST_CHANGE = 0.1;

/** A change that is large enough to be mentioned. */
interface Change {
  kpi: string;
  subject: TextKey;
  change: number;
  compared: Compared;
  period: Period;
  dominant: (locale: string) => DominantInterval | null;
}

/**
 * Returns one sentence about the largest change against the range before, with its numbers; null if nothing
 * changed by a tenth, if the values are too small for a change, or if numbers are missing.
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
  const part = change > 0 ? partOf(most, figures, say) : null;
  if (part !== null) return say('insight_topic', changed, part);
  const dominant = change > 0 ? most.dominant(locale) : null;
  if (!dominant) return say('insight_plain', changed);
  const text = dominant.isDay ? 'insight_share' : 'insight_share_within';
  return say(text, changed, percent(dominant.share, locale), dominant.title);
}

/** From this share on, one part explains a growth. */
const LEAST_PART = 0.5;

/** Returns the part, from another shown card that compared the same days, that causes at least half of a growth. */
function partOf({ kpi, compared, period }: Change, figures: Figures, say: Say): string | null {
  const [part] = mapFigures(figures, (name, data) => {
    const { explains }: AnyCardView<CardData[typeof name]> = cardViews[name];
    return explains?.kpi === kpi && isSameInterval(data.period, period)
      ? explains.part(data, say)
      : null;
  });
  if (!part || !isSameInterval(part.compared.now, compared.now)) return null;
  if (!isSameInterval(part.compared.before, compared.before)) return null;
  const share = growthOf(part.compared) / growthOf(compared);
  return share >= LEAST_PART && share <= 1 ? part.name : null;
}

const growthOf = ({ value, preceding }: Compared) => value - preceding;

/** The changes of one card that are worth a sentence. */
function changesOf<Name extends CardName>(figures: Figures, name: Name): Change[] {
  const data: CardData[Name] | undefined = figures[name];
  const specs: readonly KpiSpec<CardData[Name]>[] = cardViews[name].kpis;
  if (!data) return [];
  return specs.flatMap(({ name: kpi, sentence, compute }) => {
    if (!sentence?.isWhollyKnown(data)) return [];
    const figure = compute(data);
    const change = changeWorthTelling(figure, sentence.leastPreceding);
    const { compared } = figure;
    if (change === null || compared === null) return [];
    const intervalAt = (index: number) => sentence.intervalAt(data, index);
    const dominant = (locale: string) => dominantInterval(figure, intervalAt, locale);
    const { period } = data;
    return [{ kpi, subject: sentence.subject, change, compared, period, dominant }];
  });
}

/** Returns null if the change is below a tenth, or if the value before is too small. */
function changeWorthTelling({ change, preceding }: Kpi, leastPreceding: number): number | null {
  if (change === null || preceding === null || preceding < leastPreceding) return null;
  return Math.abs(change) >= LEAST_CHANGE ? change : null;
}
