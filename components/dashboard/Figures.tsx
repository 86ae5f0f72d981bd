import type { KpiSpec } from '@/utils/cards/card';
import { type CardData, type CardName, shownCards } from '@/utils/cards/data';
import { type CardStates, cardPhase, shownIn } from '@/utils/cards/state';
import { cardViews } from '@/utils/cards/view';
import { percentChange } from '@/utils/figures/format';
import { type Kpi, UNKNOWN_KPI } from '@/utils/figures/kpi';
import type { Aggregation } from '@/utils/figures/range';
import { locale, say } from '@/utils/say';
import { Trend } from './Trend';

const per = {
  hourly: 'ui_kpi_per_hour',
  daily: 'ui_kpi_per_day',
  weekly: 'ui_kpi_per_week',
} as const;

interface FiguresProps {
  cards: CardStates;
  busy: boolean;
  aggregation: Aggregation;
  /** When the figures were true, epoch ms: the bucket that ran then would end every course in a fall. */
  asOfMs: number;
}

/** The headline figures, each with its change against the range before and its course. */
export function Figures(props: FiguresProps) {
  return <dl class="figures">{shownCards.map((place) => figuresOf(place, props))}</dl>;
}

/** A card's headline figures; of a card that another one stands in for nothing is known. */
function figuresOf(place: CardName, props: FiguresProps) {
  const shown = shownIn(props.cards, place);
  const replaced = shown === place ? [] : cardViews[place].kpis;
  return CardKpis(
    shown,
    replaced.map(({ name }) => name),
    props,
  );
}

function CardKpis<Name extends CardName>(name: Name, replaced: string[], props: FiguresProps) {
  const { cards, busy, asOfMs } = props;
  const specs: readonly KpiSpec<CardData[Name]>[] = cardViews[name].kpis;
  const data = cards[name]?.data;
  const isLoading = cardPhase(cards, name, busy) === 'loading';
  const endsOpen = (data?.period.endMs ?? 0) > asOfMs;
  return specs.map((spec, index) => {
    const kpi = data ? spec.compute(data) : UNKNOWN_KPI;
    const waiting = kpi.value === null && isLoading;
    return (
      <div class="figure" key={spec.name} data-tone={spec.tone} title={explanation(spec, kpi)}>
        <dt>{say(spec.label)}</dt>
        <dd>
          {replaced[index] && <output hidden data-kpi={replaced[index]} data-value="" />}
          <output data-kpi={spec.name} data-value={kpi.value ?? ''}>
            {waiting ? <span class="bone" /> : text(spec, kpi.value, false)}
            {spec.perBucket && kpi.value !== null && <small>{say(per[props.aggregation])}</small>}
          </output>
          <p class="change">{waiting ? '' : <Change kpi={kpi} />}</p>
          <Trend values={endsOpen ? kpi.trend.slice(0, -1) : kpi.trend} />
        </dd>
      </div>
    );
  });
}

/** The change in words; "no comparison" is said only where there is a figure to compare. */
function Change({ kpi }: { kpi: Kpi }) {
  if (kpi.value === null) return null;
  if (kpi.change === null) return <>{say('ui_kpi_no_comparison')}</>;
  return <b>{percentChange(kpi.change, locale())}</b>;
}

type Writer = Pick<KpiSpec<never>, 'write'>;

const text = ({ write }: Writer, value: number | null, exact: boolean): string =>
  value === null ? '–' : write(value, locale(), exact);

/** The exact value and what it is compared with, for the pointer. */
function explanation(spec: Writer, { value, preceding, peak }: Kpi): string {
  const lines = [text(spec, value, true)];
  if (preceding !== null) lines.push(say('ui_kpi_preceding', text(spec, preceding, true)));
  if (peak) lines.push(say('ui_kpi_peak', text(spec, peak.value, true)));
  return lines.join('\n');
}
