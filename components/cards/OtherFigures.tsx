import type { TextKey } from '@/utils/failure';
import type { CardData, CardName } from '@/utils/figures/card-data';
import { exactCount, percentChange, rating } from '@/utils/figures/format';
import { type OtherName, otherFigures, otherNames } from '@/utils/figures/other-figures';
import { locale, say } from '@/utils/say';

const labels: Record<OtherName, TextKey> = {
  'active-users': 'chart_active_users',
  'registered-users': 'chart_registered_users',
  'average-rating': 'chart_average_rating',
};

/** What a card counts in place of what this deployment does not offer, by its own name. */
export function OtherFigures({ name, data }: { name: CardName; data: CardData[CardName] }) {
  const figures = otherFigures({ [name]: data });
  const names = otherNames.filter((other) => figures[other]);
  if (names.length === 0) return null;
  return (
    <dl class="other-figures">
      {names.map((other) => {
        const kpi = figures[other];
        return (
          kpi && (
            <div key={other}>
              <dt>{say(labels[other])}</dt>
              <dd>
                {written(other, kpi.value)}{' '}
                {kpi.change !== null && <b>{percentChange(kpi.change, locale())}</b>}
              </dd>
            </div>
          )
        );
      })}
    </dl>
  );
}

function written(name: OtherName, value: number | null): string {
  if (value === null) return say('chart_unknown');
  return name === 'average-rating' ? rating(value, locale()) : exactCount(value, locale());
}
