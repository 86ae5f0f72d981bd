import type { AnyCardView, KpiSpec } from '@/utils/cards/card';
import type { CardData, CardName } from '@/utils/cards/data';
import { cardViews } from '@/utils/cards/view';
import { comparedText } from '@/utils/figures/comparison/compared-text';
import { percentChange } from '@/utils/figures/text/format';
import { locale, say } from '@/utils/say';

/** Further figures of a card, each with its full name and its change; unknown figures are left out. */
export function MoreFigures<Name extends CardName>(props: { name: Name; data: CardData[Name] }) {
  const { name, data } = props;
  const { more = [] }: AnyCardView<CardData[Name]> = cardViews[name];
  const figures = more.flatMap((spec: KpiSpec<CardData[Name]>) => {
    const { value, change, compared } = spec.compute(data);
    return value === null ? [] : [{ spec, value, change, compared }];
  });
  if (figures.length === 0) return null;
  return (
    <dl class="more-figures">
      {figures.map(({ spec, value, change, compared }) => (
        <div key={spec.name} title={compared ? comparedText(compared, say, locale()) : undefined}>
          <dt>{say(spec.title)}</dt>
          <dd>
            {spec.write(value, locale(), true)}{' '}
            {change !== null && <b>{percentChange(change, locale())}</b>}
            {change !== null && compared && (
              <span class="hidden-text"> {comparedText(compared, say, locale())}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
