import type { KpiSpec } from '@/utils/cards/card';
import type { CardData, CardName } from '@/utils/cards/data';
import { cardViews } from '@/utils/cards/view';
import { percentChange } from '@/utils/figures/format';
import { locale, say } from '@/utils/say';

/** The headline figures of a card once more, each by its own name, where it shows another thing than people look for. */
export function CardFigures<Name extends CardName>(props: { name: Name; data: CardData[Name] }) {
  const { name, data } = props;
  const specs: readonly KpiSpec<CardData[Name]>[] = cardViews[name].kpis;
  return (
    <dl class="other-figures">
      {specs.map(({ name: kpi, title, compute, write }) => {
        const { value, change } = compute(data);
        return (
          <div key={kpi}>
            <dt>{say(title)}</dt>
            <dd>
              {value === null ? say('chart_unknown') : write(value, locale(), true)}{' '}
              {change !== null && <b>{percentChange(change, locale())}</b>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
