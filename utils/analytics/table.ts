import type { Say } from '@/utils/failure';
import { bucketMs } from './buckets';
import type { CardData, CardName, CohortData, CostData, FeedbackData } from './card-data';
import { bucketTitle, dayRange, exactCount } from './format';

/** The exact figures behind a chart, as text to read and as values to take along. */
export interface FigureTable {
  caption: string;
  columns: string[];
  rows: string[][];
  /** As `rows`, with ISO instants, plain numbers, and empty where unknown. */
  raw: string[][];
}

/** The table behind a card's chart. */
export function tableOf<Name extends CardName>(
  card: Name,
  data: CardData[Name],
  say: Say,
  locale: string,
): FigureTable {
  const { columns, values } = content(card, data, say);
  const caption = say('chart_table_caption', say(captions[card]), dayRange(data.period, locale));
  const sizeMs = bucketMs(data.period.aggregation);
  return {
    caption,
    columns: [say('chart_column_period'), ...columns],
    rows: values.map(({ startMs, endMs = startMs + sizeMs, cells }) => [
      bucketTitle({ startMs, endMs }, locale),
      ...cells.map((value) => (value === null ? say('chart_unknown') : shown(card, value, locale))),
    ]),
    raw: values.map(({ startMs, cells }) => [
      new Date(startMs).toISOString(),
      ...cells.map((value) => (value === null ? '' : String(value))),
    ]),
  };
}

const captions = {
  cohorts: 'chart_title_cohorts',
  cost: 'chart_title_cost',
  feedback: 'chart_title_feedback',
} as const;

interface Row {
  startMs: number;
  endMs?: number;
  cells: (number | null)[];
}

function content(
  card: CardName,
  data: CardData[CardName],
  say: Say,
): { columns: string[]; values: Row[] } {
  if (isCohorts(card, data)) {
    return {
      columns: [say('chart_new_users'), say('chart_veteran_users')],
      values: data.points.map((p) => ({ startMs: p.startMs, cells: [p.newUsers, p.veteranUsers] })),
    };
  }
  if (isCost(card, data)) {
    return {
      columns: [say('chart_cost_dollars')],
      values: data.spans.map((s) => ({ startMs: s.startMs, endMs: s.endMs, cells: [s.cost] })),
    };
  }
  return {
    columns: [say('chart_feedback')],
    values: isFeedback(data)
      ? data.points.map((p) => ({ startMs: p.startMs, cells: [p.count] }))
      : [],
  };
}

const isCohorts = (card: CardName, _data: CardData[CardName]): _data is CohortData =>
  card === 'cohorts';
const isCost = (_card: CardName, data: CardData[CardName]): data is CostData => 'spans' in data;
const isFeedback = (data: CardData[CardName]): data is FeedbackData => 'points' in data;

/** Amounts keep every decimal that the API gave. */
function shown(card: CardName, value: number, locale: string): string {
  if (card !== 'cost') return exactCount(value, locale);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
  }).format(value);
}
