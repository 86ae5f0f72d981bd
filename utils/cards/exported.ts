import type { Say } from '@/utils/failure';
import type { Tabular } from '@/utils/figures/export/clipboard';
import type { ExportCard, Figure, Point, Scope } from '@/utils/figures/export/export-card';
import { dayRange } from '@/utils/figures/text/format';
import { timeOf } from '@/utils/figures/time/buckets';
import { isSameInterval, type Period } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import type { AnyCardView } from './card';
import type { CardData, CardName } from './data';
import { cardViews } from './view';

/** Whose figures are exported, by the names that the API uses. */
interface ExportedWhose {
  organization: string;
  /** The API's host, where the organization's name could mean another one too. */
  base?: string | undefined;
  user: string;
  /** The agent that figures are narrowed to; null for all of them. */
  agent: string | null;
}

/** The options of an export: whose figures, with or without the range before, and in which language. */
interface ExportContext {
  whose: ExportedWhose;
  /** True where the range before is shown too. */
  compare: boolean;
  say: Say;
  locale: string;
}

/** A card's figures in the one shape that all exports are made from, as asked for at `asOfMs` (epoch ms). */
export function exportedCard<Name extends CardName>(
  name: Name,
  data: CardData[Name],
  asOfMs: number,
  { whose, compare, say, locale }: ExportContext,
): ExportCard {
  const { narrows }: AnyCardView<CardData[Name]> = cardViews[name];
  const figures = figuresOf(name, data, compare, say, locale);
  const { toUser, toMentor } = narrows(data);
  const scope: Scope = {
    organization: whose.organization,
    ...(whose.base === undefined ? {} : { base: whose.base }),
    user: toUser ? whose.user : null,
    agent: toMentor ? whose.agent : null,
  };
  const { startMs, endMs } = data.period;
  const { caption } = tabular(name, data, say, locale);
  return {
    card: name,
    caption,
    scope,
    asOfMs,
    startMs,
    endMs,
    before: timeBefore(figures),
    figures,
  };
}

/** A card's figures as they stand in its table, with every digit. */
export function tabular<Name extends CardName>(
  name: Name,
  data: CardData[Name],
  say: Say,
  locale: string,
): Tabular {
  const caption = say(
    'chart_table_caption',
    say(cardViews[name].title),
    dayRange(data.period, say, locale),
  );
  const { table }: AnyCardView<CardData[Name]> = cardViews[name];
  if (!('rows' in table)) return { caption, figures: figuresOf(name, data, false, say, locale) };
  const rows = table.rows(data, say, locale);
  const columns = [table.of, ...table.columns.map(({ label }) => label)].map((text) => say(text));
  return { caption, figures: [], rows: { columns, all: rows } };
}

function figuresOf<Name extends CardName>(
  name: Name,
  data: CardData[Name],
  compare: boolean,
  say: Say,
  locale: string,
): Figure[] {
  const { table, kpis }: AnyCardView<CardData[Name]> = cardViews[name];
  // Each row is a figure over the whole period, and its name says what it belongs to.
  if ('rows' in table) {
    const { startMs, endMs } = data.period;
    return table.rows(data, say, locale).flatMap(({ key, name: title, cells }) =>
      table.columns.map(({ figure, label, unit }, index) => ({
        ...{ name: `${figure}: ${key}`, label: `${title} · ${say(label)}`, unit },
        points: [{ startMs, endMs, value: cells[index] ?? null }],
        ...{ overall: cells[index] ?? null, overallBefore: null, before: null },
        ...{ change: null, compared: null },
      })),
    );
  }
  const intervals = table.intervals(data);
  const before = compare ? (table.intervalsBefore?.(data) ?? null) : null;
  const column =
    (index: number, period: Period) =>
    (interval: (typeof intervals)[number]): Point => ({
      ...timeOf(period, interval),
      value: interval.cells[index] ?? null,
    });
  return table.columns.map(({ figure, label, unit }, index) => {
    const headline = kpis.find((kpi) => kpi.name === figure)?.compute(data);
    const compared = headline?.compared ?? null;
    // The values alone prove nothing: they are the same while the running day has none.
    const isWhole =
      compared !== null &&
      isSameInterval(compared.now, data.period) &&
      compared.value === headline?.value;
    return {
      name: figure,
      label: say(label),
      unit,
      points: intervals.map(column(index, data.period)),
      overall: headline?.value ?? null,
      overallBefore: compare && isWhole ? compared.preceding : null,
      change: headline?.change ?? null,
      compared,
      before: before?.map(column(index, precedingPeriod(data.period))) ?? null,
    };
  });
}

/** From the start of the first to the end of the last compared span; null if there is none. */
function timeBefore(figures: Figure[]): ExportCard['before'] {
  const points = figures.flatMap(({ before }) => before ?? []);
  if (points.length === 0) return null;
  return {
    startMs: Math.min(...points.map(({ startMs }) => startMs)),
    endMs: Math.max(...points.map(({ endMs }) => endMs)),
  };
}
