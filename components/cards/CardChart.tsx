import { useMemo } from 'preact/hooks';
import type { AnyCardView } from '@/utils/cards/card';
import type { CardData, CardName } from '@/utils/cards/data';
import { cardViews } from '@/utils/cards/view';
import { locale, say } from '@/utils/say';
import { Plot } from '../charts/Plot';
import type { CardContext } from './context';

/** A card's chart, rebuilt only when its data change; buckets unfinished at fetch time are marked so. */
export function CardChart<Name extends CardName>(props: {
  name: Name;
  data: CardData[Name];
  context: CardContext;
  draw: NonNullable<AnyCardView<CardData[Name]>['chart']>;
}) {
  const { name, data, context, draw } = props;
  const { compare, running } = context;
  const budget = monthlyBudget(context);
  const view: AnyCardView<CardData[Name]> = cardViews[name];
  const build = useMemo(() => {
    const options = { asOfMs: data.asOfMs, locale: locale(), say, compare, running, budget };
    return (maxPoints: number) => draw(data, { ...options, maxPoints });
  }, [draw, data, compare, running, budget]);
  return <Plot build={build} summary={view.summary(data, context.whose, say, locale())} />;
}

/** A month's budget is drawn as a line only in the running total of a month. */
const monthlyBudget = ({ range, budget }: CardContext): number | undefined =>
  range.kind === 'this-month' || range.kind === 'last-month' ? budget?.amount : undefined;
