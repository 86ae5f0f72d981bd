import { locale, say } from '@/components/ui/text';
import type { CardData, CardName } from '@/utils/analytics/card-data';
import { count, exactCount, money, percentChange } from '@/utils/analytics/format';
import { kpis } from '@/utils/analytics/kpi';
import type { Aggregation } from '@/utils/analytics/range';
import type { TextKey } from '@/utils/failure';
import { Trend } from './Trend';

type Kpi = ReturnType<typeof kpis>[keyof ReturnType<typeof kpis>];

interface Figure {
  name: keyof ReturnType<typeof kpis>;
  card: CardName;
  tone: 'new' | 'veteran' | 'cost' | 'feedback';
  label: TextKey;
}

const figures: Figure[] = [
  { name: 'new-users', card: 'cohorts', tone: 'new', label: 'ui_kpi_new_users' },
  { name: 'veteran-users', card: 'cohorts', tone: 'veteran', label: 'ui_kpi_veteran_users' },
  { name: 'cost', card: 'cost', tone: 'cost', label: 'ui_kpi_cost' },
  { name: 'feedback', card: 'feedback', tone: 'feedback', label: 'ui_kpi_feedback' },
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
  return (
    <dl class="figures">
      {figures.map(({ name, card, tone, label }) => {
        const kpi = values[name];
        const waiting = kpi.value === null && props.loading(card);
        return (
          <div class="figure" key={name} data-tone={tone} title={explanation(name, kpi)}>
            <dt>{say(label)}</dt>
            <dd>
              <output data-kpi={name} data-value={kpi.value ?? ''}>
                {waiting ? <span class="bone" /> : text(name, kpi.value, false)}
                {name === 'veteran-users' && kpi.value !== null && (
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

function text(name: Figure['name'], value: number | null, exact: boolean): string {
  if (value === null) return '–';
  if (name === 'cost') return money(value, locale());
  return exact ? exactCount(value, locale()) : count(value, locale());
}

/** The exact value and what it is compared with, for the pointer. */
function explanation(name: Figure['name'], kpi: Kpi): string {
  const lines = [text(name, kpi.value, true)];
  if (kpi.preceding !== null) lines.push(say('ui_kpi_preceding', text(name, kpi.preceding, true)));
  if (kpi.peak) lines.push(say('ui_kpi_peak', text(name, kpi.peak.value, true)));
  return lines.join('\n');
}
