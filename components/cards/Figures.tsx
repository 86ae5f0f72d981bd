import type { AnyCardView, CardStore, KpiSpec } from '@/utils/cards/card';
import { type CardData, type CardName, cardStores } from '@/utils/cards/data';
import { cardViews } from '@/utils/cards/view';
import { comparedText } from '@/utils/figures/comparison/compared-text';
import { type Kpi, UNKNOWN_KPI } from '@/utils/figures/kpi';
import { percentChange } from '@/utils/figures/text/format';
import { locale, say } from '@/utils/say';

const per = {
  hourly: 'ui_kpi_per_hour',
  daily: 'ui_kpi_per_day',
  weekly: 'ui_kpi_per_week',
  monthly: 'ui_kpi_per_month',
} as const;

/**
 * The headline figures of one card, each with its change against the range before, beside its chart. Where
 * the card replaces another one (`replaced`), that card's figures are listed by name as unknown.
 */
export function Figures<Name extends CardName>(props: {
  name: Name;
  data: CardData[Name] | undefined;
  isLoading: boolean;
  /** True while the card is asked for: a part that it lacks may still come. */
  busy: boolean;
  replaced: CardName | null;
}) {
  const { name, data, isLoading, busy } = props;
  const view: AnyCardView<CardData[Name]> = cardViews[name];
  const store: CardStore<CardData[Name]> = cardStores[name];
  // What a figure is compared with is not missing while it is being asked for.
  const isWhole = !busy || !data || store.isComplete?.(data) !== false;
  const specs: readonly KpiSpec<CardData[Name]>[] = view.kpis;
  const replaced = props.replaced === null ? [] : cardViews[props.replaced].kpis;
  return (
    <dl class="figures">
      {specs.map((spec, index) => {
        const kpi = data ? spec.compute(data) : UNKNOWN_KPI;
        const waiting = kpi.value === null && isLoading;
        const gone = replaced[index]?.name;
        return (
          <div class="figure" key={spec.name} title={explanation(spec, kpi)}>
            <dt data-tone={spec.tone}>
              {view.legend.some(({ tone }) => tone === spec.tone) && <span class="swatch" />}
              {say(spec.label)}
            </dt>
            <dd>
              {gone && <output hidden data-kpi={gone} data-value="" data-change="" />}
              <output
                data-kpi={spec.name}
                data-value={kpi.value ?? ''}
                data-change={kpi.change ?? ''}
              >
                {waiting ? <span class="bone" /> : text(spec, kpi.value, false)}
                {data && spec.perBucket?.(data) && kpi.value !== null && (
                  <small>{say(per[data.period.aggregation])}</small>
                )}
              </output>
              <p class="change" title={comparison(spec, kpi)}>
                <Change kpi={kpi} isWhole={isWhole} />
              </p>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The change in words; "no comparison" is shown only if there is a figure to compare. */
function Change({ kpi, isWhole }: { kpi: Kpi; isWhole: boolean }) {
  if (kpi.value === null) return null;
  if (kpi.change === null) return isWhole ? say('ui_kpi_no_comparison') : null;
  return (
    <>
      <b>{percentChange(kpi.change, locale())}</b>
      {kpi.compared && (
        <span class="hidden-text"> {comparedText(kpi.compared, say, locale())}</span>
      )}
    </>
  );
}

type Writer = Pick<KpiSpec<never>, 'write'>;

const text = ({ write }: Writer, value: number | null, exact: boolean): string =>
  value === null ? '–' : write(value, locale(), exact);

/** The exact value and what it is compared with, for the pointer. */
function explanation(spec: Writer, figure: Kpi): string {
  const { value, peak } = figure;
  const lines = [text(spec, value, true), comparison(spec, figure)];
  if (peak) lines.push(say('ui_kpi_peak', text(spec, peak.value, true)));
  return lines.filter(Boolean).join('\n');
}

/** The two times that a change compares, and their values. */
const comparison = (spec: Writer, { compared }: Kpi): string =>
  compared
    ? say(
        'ui_kpi_compared',
        comparedText(compared, say, locale()),
        text(spec, compared.value, true),
        text(spec, compared.preceding, true),
      )
    : '';
