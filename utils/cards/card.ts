import type * as z from 'zod/mini';
import type { Say, TextKey } from '@/utils/failure';
import type { ChartModel, ChartOptions, Tone } from '@/utils/figures/chart/model';
import type { Compared } from '@/utils/figures/comparison/comparison';
import type { Unit } from '@/utils/figures/export/export-card';
import type { Kpi } from '@/utils/figures/kpi';
import type { Period } from '@/utils/figures/time/period';

/** Common to the figures of every card: their period, and when they were asked for. */
interface CardFigures {
  period: Period;
  /** Epoch ms: a bucket that had not ended at this time is incomplete in these figures. */
  asOfMs: number;
}

/** A card as it is stored (`data.ts`): read by pages and worker. */
export interface CardStore<Data extends CardFigures> {
  /** Parses the figures in the cache. */
  schema: z.ZodMiniType<Data>;
  /** Returns the figures in the form that is stored, where a long series is packed. */
  pack(data: Data): unknown;
  /** True where nothing happened in the period. */
  isEmpty(data: Data): boolean;
  /** False while a part is missing that can be asked for again. */
  isComplete?(data: Data): boolean;
  /** True while the series of the range before is missing, and can be asked for. */
  lacksComparison?(data: Data): boolean;
  /** When its parts begin and end (epoch ms), where these are not its period's. */
  boundaries?(data: Data): number[];
  /** The card that is asked for and shown instead where a deployment does not serve this one. */
  standIn?: string;
}

/** Whose figures a card shows, as a person would say it. */
export interface Whose {
  user: string;
  /** The organization's name. */
  organization: string;
  /** The mentor that figures are narrowed to; null for all of them. */
  mentor: string | null;
}

/** One interval in a table: its end is the bucket's where none is named. */
interface TableInterval {
  startMs: number;
  endMs?: number;
  cells: (number | null)[];
}

/** A figure in a table and in an export. */
interface TableColumn {
  /** Its name for programs: that of the headline figure, where it has one. */
  figure: string;
  label: TextKey;
  unit: Unit;
}

/** The exact figures behind a chart: a column for each figure, a row for each interval. */
interface IntervalTable<Data> {
  columns: readonly TableColumn[];
  intervals(data: Data): TableInterval[];
  /** Those of the range before; null where they are not known. */
  intervalsBefore?(data: Data): TableInterval[] | null;
  /** A value of the column with this index, from 0. */
  write(value: number, locale: string, column: number): string;
}

/** Something that is no interval: a topic, an hour of the week. */
interface TableRow {
  /** Its name for programs. */
  key: string;
  /** Its name on the screen. */
  name: string;
  cells: (number | null)[];
}

/** The exact figures of what is no course of time: a row for each thing that has them. */
interface RowTable<Data> {
  /** The heading of the column of names. */
  of: TextKey;
  columns: readonly TableColumn[];
  rows(data: Data, say: Say, locale: string): TableRow[];
  /** A value of the column with this index, from 0. */
  write(value: number, locale: string, column: number): string;
}

type TableSpec<Data> = IntervalTable<Data> | RowTable<Data>;

/** A headline figure of a card, and how it is shown. */
export interface KpiSpec<Data> {
  /** Its stable name: `data-kpi`. */
  name: string;
  label: TextKey;
  /** Its whole name. */
  title: TextKey;
  tone: Tone;
  /** True for an average of buckets: "per day" is said beside it. */
  perBucket?(data: Data): boolean;
  compute(data: Data): Kpi;
  /** As a headline; with every digit where `exact`. */
  write(value: number, locale: string, exact: boolean): string;
  /** The data for the sentence at the top; left out if the sentence never mentions this figure. */
  sentence?: {
    subject: TextKey;
    /** If the value before is below this, a percentage would exaggerate, so no change is mentioned. */
    leastPreceding: number;
    /** False if a number is missing in the range or in the one before, as a gap would look like a change. */
    isWhollyKnown(data: Data): boolean;
    /** A part of the figure; null where the parts don't add up to it. */
    intervalAt(data: Data, index: number): { startMs: number; endMs: number } | null;
  };
}

/** A card as it is drawn (`view.ts`): in pages alone, and pure. */
export interface CardView<Data> {
  title: TextKey;
  kpis: readonly KpiSpec<Data>[];
  chart(data: Data, options: ChartOptions): ChartModel;
  /** The legend, if there is more than one series. */
  legend: readonly { tone: Tone; name: TextKey }[];
  /** Whether its chart has the range before as a second series. */
  drawsPreceding(data: Data): boolean;
  /** The chart in a few sentences: what, whose, over which UTC days, total, change and peak. */
  summary(data: Data, whose: Whose, say: Say, locale: string): string;
  table: TableSpec<Data>;
  /** Whose figures the card shows: a person's, a group's or one mentor's. */
  scope(data: Data | undefined, whose: Whose, say: Say): string;
  /** The same for programs: whether it is of one person, and of one mentor where that is asked for. */
  narrows(data: Data): { toUser: boolean; toMentor: boolean };
  /** The note that must be shown where it stands in for a card that a deployment does not serve. */
  instead?: TextKey;
  /** The notes that must be shown with the figures. */
  notes(data: Data, say: Say, locale: string): string[];
  /** The note where a part stays missing that can be asked for again. */
  incomplete?: TextKey;
  /** The part that grew most of another card's headline figure: its name, its growth, and when it grew. */
  explains?: {
    kpi: string;
    part(data: Data, say: Say): { name: string; compared: Compared } | null;
  };
  /** Further figures, named on the card alone. */
  more?: readonly KpiSpec<Data>[];
}

/** The view of any card; a card with its own graphic (`components/cards/extras.ts`) has no chart. */
export type AnyCardView<Data> = Omit<CardView<Data>, 'chart'> &
  Partial<Pick<CardView<Data>, 'chart'>>;
