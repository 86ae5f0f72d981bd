import { assemble } from '@/utils/figures/chart/assemble';
import type { ChartModel, ChartOptions, Series } from '@/utils/figures/chart/model';
import { precedingSeries } from '@/utils/figures/chart/preceding';
import { changeSentence, peakIn, sentences, spokenMoney } from '@/utils/figures/chart/spoken';
import { amounts } from '@/utils/figures/chart/writing';
import { sumMoney, UNKNOWN_KPI } from '@/utils/figures/kpi';
import { bucketTitle, dayRange, money } from '@/utils/figures/text/format';
import { headlineMoney } from '@/utils/figures/text/headline-money';
import { numberFormat } from '@/utils/figures/text/intl';
import type { CardView } from '../card';
import { groupName } from '../scope';
import type { CostData } from './data';
import { costKpi, costMismatch } from './kpi';

/** Amounts keep every decimal that the API gave, to a millionth. */
const amount = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 6 });

const intervalOf = ({ startMs, endMs, cost }: Omit<CostData['spans'][number], 'open'>) => ({
  startMs,
  endMs,
  cells: [cost],
});

export const costView: CardView<CostData> = {
  title: 'chart_title_cost',
  kpis: [
    {
      name: 'cost',
      label: 'ui_kpi_cost',
      title: 'chart_cost',
      tone: 'plum',
      // Two calendar days are not 24 hours: the card shows them by their dates alone.
      compute: (data) => (data.wholeDays ? UNKNOWN_KPI : costKpi(data)),
      write: (value, locale, exact) => (exact ? money : headlineMoney)(value, locale),
      sentence: {
        subject: 'insight_cost',
        leastPreceding: 1,
        // The API gives the total itself, so missing bars don't matter.
        isWhollyKnown: () => true,
        intervalAt: (data, index) =>
          costMismatch(data) === null ? (data.spans[index] ?? null) : null,
      },
    },
  ],
  chart: costChart,
  legend: [],
  drawsPreceding: ({ precedingSpans }) => Boolean(precedingSpans?.length),
  summary(data, whose, say, locale) {
    // The days are named in the text, so the cost of whole days is correct here.
    const cost = costKpi(data);
    const days = dayRange(data.period, say, locale);
    const total = spokenMoney(cost.value, say, locale);
    const top = peakIn(cost);
    const span = top && data.spans[top.index];
    return sentences(
      data.ofMentor === true
        ? say('chart_summary_cost_mentor', whose.user, days, total, groupName(whose))
        : say('chart_summary_cost', whose.user, days, total),
      changeSentence(cost, say, locale),
      span
        ? say('chart_summary_peak', spokenMoney(top.value, say, locale), bucketTitle(span, locale))
        : '',
    );
  },
  table: {
    columns: [{ figure: 'cost', label: 'chart_cost_dollars', unit: 'USD' }],
    intervals: ({ spans }) => spans.map(intervalOf),
    intervalsBefore: ({ precedingSpans }) => precedingSpans?.map(intervalOf) ?? null,
    write: (value, locale) => amount(locale).format(value),
  },
  scope: (data, { user, mentor }, say) =>
    `${user} · ${mentor !== null && data?.ofMentor === true ? mentor : say('ui_card_scope_all')}`,
  narrows: (data) => ({ toUser: true, toMentor: data.ofMentor === true }),
  incomplete: 'ui_note_bars_missing',
  notes(data, say, locale) {
    const missing = costMismatch(data);
    return [
      ...(data.wholeDays === true
        ? [say('ui_note_whole_days', dayRange(data.period, say, locale))]
        : []),
      ...(missing === null ? [] : [say('ui_note_mismatch', money(missing, locale))]),
      ...(data.mentor ? [say('ui_note_mentor_cost', money(data.mentor.total, locale))] : []),
    ];
  },
};

/** One person's cost by span, on demand with the running total and the budget. */
function costChart({ period, spans, precedingSpans }: CostData, options: ChartOptions): ChartModel {
  const { say, running, budget } = options;
  const costs = spans.map((span) => span.cost);
  const series: Series[] = [
    { tone: 'plum', name: say('chart_cost'), values: costs },
    ...precedingSeries(
      precedingSpans?.map((span) => span.cost),
      spans.length,
      options,
    ),
  ];
  if (running) {
    series.push({ tone: 'running', name: say('chart_running'), values: runningTotal(costs) });
  }
  if (running && budget) {
    series.push({ tone: 'budget', name: say('chart_budget'), values: spans.map(() => budget) });
  }
  return assemble(spans, period, options, amounts(options.locale), series);
}

/** The sums up to each value; unknown from the first unknown value on. */
function runningTotal(values: (number | null)[]): (number | null)[] {
  let sum: number | null = 0;
  return values.map((value) => {
    sum = sum === null || value === null ? null : sumMoney([sum, value]);
    return sum;
  });
}
