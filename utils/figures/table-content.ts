import type { TextKey } from '@/utils/failure';
import type { CardData, CardName } from './card-data';
import { exactCount } from './format';
import { numberFormat } from './intl';

/** What stands in a card's table: a column for each figure, a row for each stretch of time. */
export interface Content<Name extends CardName> {
  title: TextKey;
  columns: TextKey[];
  stretches: (data: CardData[Name]) => Stretch[];
  write: (value: number, locale: string) => string;
}

interface Stretch {
  startMs: number;
  endMs?: number;
  cells: (number | null)[];
}

/** Amounts keep every decimal that the API gave, to a millionth. */
const amount = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 6 });
const written = (value: number, locale: string) => amount(locale).format(value);

const cohorts: Content<'cohorts'> = {
  title: 'chart_title_cohorts',
  columns: ['chart_new_users', 'chart_veteran_users'],
  stretches: ({ points }) =>
    points.map(({ startMs, newUsers, veteranUsers }) => ({
      startMs,
      cells: [newUsers, veteranUsers],
    })),
  write: exactCount,
};

const users: Content<'cohorts'> = {
  title: 'chart_active_users',
  columns: ['chart_active_users', 'chart_registered_users'],
  stretches: (data) =>
    (data.users?.points ?? []).map(({ startMs, active, registered }) => ({
      startMs,
      cells: [active, registered],
    })),
  write: exactCount,
};

const cost: Content<'cost'> = {
  title: 'chart_title_cost',
  columns: ['chart_cost_dollars'],
  stretches: ({ spans }) =>
    spans.map((span) => ({ startMs: span.startMs, endMs: span.endMs, cells: [span.cost] })),
  write: written,
};

const entries: Content<'feedback'> = {
  title: 'chart_title_feedback',
  columns: ['chart_feedback'],
  stretches: ({ points }) => points.map(({ startMs, count }) => ({ startMs, cells: [count] })),
  write: exactCount,
};

const ratings: Content<'feedback'> = {
  title: 'chart_average_rating',
  columns: ['chart_average_rating'],
  stretches: (data) =>
    (data.ratings?.points ?? []).map(({ startMs, rating }) => ({ startMs, cells: [rating] })),
  write: written,
};

/** The content of each card's table, for the kind of figures it has. */
export const contents: { [Name in CardName]: (data: CardData[Name]) => Content<Name> } = {
  cohorts: ({ kind }) => (kind === 'users' ? users : cohorts),
  cost: () => cost,
  feedback: ({ kind }) => (kind === 'ratings' ? ratings : entries),
};
