import type { TextKey } from '@/utils/failure';
import type { CardData, CardName } from '@/utils/figures/card-data';
import { count, exactCount, money, percentChange, rating } from '@/utils/figures/format';
import { type Kpi, type KpiName, kpis } from '@/utils/figures/kpi';
import { type OtherName, otherFigures } from '@/utils/figures/other-figures';
import type { Aggregation } from '@/utils/figures/range';
import { locale, say } from '@/utils/say';
import { Trend } from './Trend';

interface Figure {
  name: KpiName;
  card: CardName;
  tone: string;
  label: TextKey;
  /** Another thing that a deployment may count in its place, by its own name. */
  other?: { name: OtherName; tone: string; label: TextKey };
}

const figures: Figure[] = [
  {
    name: 'new-users',
    card: 'cohorts',
    tone: 'new',
    label: 'ui_kpi_new_users',
    other: { name: 'active-users', tone: 'active', label: 'ui_kpi_active_users' },
  },
  {
    name: 'veteran-users',
    card: 'cohorts',
    tone: 'veteran',
    label: 'ui_kpi_veteran_users',
    other: { name: 'registered-users', tone: 'registered', label: 'ui_kpi_registered_users' },
  },
  { name: 'cost', card: 'cost', tone: 'cost', label: 'ui_kpi_cost' },
  {
    name: 'feedback',
    card: 'feedback',
    tone: 'feedback',
    label: 'ui_kpi_feedback',
    other: { name: 'average-rating', tone: 'rating', label: 'ui_kpi_average_rating' },
  },
];

const per = {
  hourly: 'ui_kpi_per_hour',
  daily: 'ui_kpi_per_day',
  weekly: 'ui_kpi_per_week',
} as const;

/** The four headline figures, each with its change against the range before and its course. */
export function Figures(props: {
  data: Partial<CardData>;
  loading: (card: CardName) => boolean;
  aggregation: Aggregation;
  /** When the figures were true, epoch ms: the bucket that ran then would end every course in a fall. */
  asOfMs: number;
}) {
  const values = kpis(props.data);
  const others = otherFigures(props.data);
  return (
    <dl class="figures">
      {figures.map((figure) => {
        const { name, card } = figure;
        const other = figure.other && others[figure.other.name];
        const { tone, label, name: shown } = other && figure.other ? figure.other : figure;
        const kpi = other ?? values[name];
        const waiting = kpi.value === null && props.loading(card);
        return (
          <div class="figure" key={name} data-tone={tone} title={explanation(shown, kpi)}>
            <dt>{say(label)}</dt>
            <dd>
              {/* What takes its place is another thing: of the figure itself nothing is known. */}
              {other && <output hidden data-kpi={name} data-value="" />}
              <output
                data-kpi={other ? undefined : name}
                data-figure={other ? shown : undefined}
                data-value={kpi.value ?? ''}
              >
                {waiting ? <span class="bone" /> : text(shown, kpi.value, false)}
                {shown === 'veteran-users' && kpi.value !== null && (
                  <small>{say(per[props.aggregation])}</small>
                )}
              </output>
              <p class="change">{waiting ? '' : <Change kpi={kpi} />}</p>
              <Trend
                values={
                  endsOpen(props.data, card, props.asOfMs) ? kpi.trend.slice(0, -1) : kpi.trend
                }
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Whether the last bucket of a card still ran. */
const endsOpen = (data: Partial<CardData>, card: CardName, asOfMs: number) =>
  (data[card]?.period.endMs ?? 0) > asOfMs;

/** The change in words; "no comparison" is said only where there is a figure to compare. */
function Change({ kpi }: { kpi: Kpi }) {
  if (kpi.value === null) return null;
  if (kpi.change === null) return <>{say('ui_kpi_no_comparison')}</>;
  return <b>{percentChange(kpi.change, locale())}</b>;
}

function text(name: KpiName | OtherName, value: number | null, exact: boolean): string {
  if (value === null) return '–';
  if (name === 'cost') return money(value, locale());
  if (name === 'average-rating') return rating(value, locale());
  return exact ? exactCount(value, locale()) : count(value, locale());
}

/** The exact value and what it is compared with, for the pointer. */
function explanation(name: KpiName | OtherName, kpi: Kpi): string {
  const lines = [text(name, kpi.value, true)];
  if (kpi.preceding !== null) lines.push(say('ui_kpi_preceding', text(name, kpi.preceding, true)));
  if (kpi.peak) lines.push(say('ui_kpi_peak', text(name, kpi.peak.value, true)));
  return lines.join('\n');
}
