import { partsOf } from '../e2e/output';
import type { Samples } from './measure';
import { spread } from './stats';

/** One measured row beside its goal. */
export interface Row {
  row: string;
  median: number;
  lower: number;
  upper: number;
  unit: 'ms' | 'MB' | 'kB' | '%' | '';
  /** Times the empty popup (or worker) of the same run. */
  ratio: number | null;
  goal: string;
  met: boolean | null;
}

interface Goal {
  limit: number;
  of: 'ratio' | 'value';
}

const GOALS: Record<string, Goal> = {
  'real popup, first contentful paint': { limit: 2, of: 'ratio' },
  'headline figures painted': { limit: 1.8, of: 'ratio' },
  'three charts visible': { limit: 2.2, of: 'ratio' },
  'first tip': { limit: 3, of: 'ratio' },
  'first opening: headline figures painted': { limit: 1.8, of: 'ratio' },
  'first opening: three charts visible': { limit: 1.8, of: 'ratio' },
  'first opening: first tip': { limit: 3, of: 'ratio' },
  'longest task': { limit: 50, of: 'value' },
  ...Object.fromEntries(
    [30, 365, 8760].flatMap((points): [string, Goal][] => [
      [`series of ${points} points, first tip`, { limit: 3, of: 'ratio' }],
      [`series of ${points} points, longest task`, { limit: 50, of: 'value' }],
    ]),
  ),
  'without a first paint: headline figures painted': { limit: 2, of: 'ratio' },
  'cold cache, API 0 ms: headline figures painted': { limit: 4, of: 'ratio' },
  'range switch to new charts': { limit: 1.5, of: 'ratio' },
  'account switch to new charts': { limit: 2, of: 'ratio' },
  'account switch, nothing cached, API 0 ms': { limit: 4, of: 'ratio' },
  'worker stopped, to its first reply': { limit: 1.5, of: 'ratio' },
  'worker stopped, to the answer of a real command': { limit: 2, of: 'ratio' },
  'heap after GC with three charts': { limit: 3, of: 'value' },
  'panel with all cards, heap after GC': { limit: 6, of: 'value' },
  'panel with all cards, longest task': { limit: 50, of: 'value' },
  'idle panel, share of a core': { limit: 0.7, of: 'value' },
  'popup before the headline figures, gzipped': { limit: 6, of: 'value' },
  'popup in all, gzipped': { limit: 80, of: 'value' },
  'worker in all, gzipped': { limit: 36, of: 'value' },
  'package, zipped': { limit: 200, of: 'value' },
  'round trips, deployment known: headline figures': { limit: 1, of: 'value' },
  'round trips, deployment known: all bars': { limit: 2, of: 'value' },
  'round trips, deployment unknown, first generation: headline figures': { limit: 2, of: 'value' },
  'round trips, deployment unknown, second generation: headline figures': { limit: 2, of: 'value' },
  'calls for a second opening within five minutes': { limit: 0, of: 'value' },
  'calls on the next day': { limit: 6, of: 'value' },
  'calls on the next day, second generation': { limit: 6, of: 'value' },
  'calls on the next day, both generations': { limit: 6, of: 'value' },
  'calls with our pages closed, two pages visited': { limit: 0, of: 'value' },
  'timers, nothing turned on: what is too old goes once a day': { limit: 1, of: 'value' },
  'scripts in pages': { limit: 0, of: 'value' },
};

/** The row to compare with: the empty popup's or the empty worker's row of the same run. */
function baselineOf(row: string): string {
  if (row.startsWith('real popup'))
    return row.replace(/^real popup, first contentful paint/, 'empty real popup');
  if (row.startsWith('first opening')) return 'empty popup, first opening';
  if (row.startsWith('series')) return 'empty popup, beside the series';
  return row.startsWith('worker') ? 'empty worker, stopped to first reply' : 'empty popup';
}

function unitOf(row: string): Row['unit'] {
  if (row.includes('zipped')) return 'kB';
  if (/^(?:calls|timers|scripts|round trips)\b/.test(row)) return '';
  if (row.includes('share of a core')) return '%';
  return row.includes('heap') ? 'MB' : 'ms';
}

/** The rows of a run: medians, quartiles, ratios, and whether each goal is met. */
export function rowsOf(samples: Samples): Row[] {
  const medianOf = (row: string) => spread(samples.get(row) ?? []).median;
  return [...samples].map(([row, values]) => {
    const { median, lower, upper } = spread(values);
    const unit = unitOf(row);
    const timed = unit === 'ms' && !row.startsWith('empty') && !row.includes('longest task');
    const ratio = timed ? median / medianOf(baselineOf(row)) : null;
    const goal = GOALS[row];
    const reached = goal && (goal.of === 'ratio' ? (ratio ?? Number.POSITIVE_INFINITY) : median);
    return {
      row,
      median,
      lower,
      upper,
      unit,
      ratio,
      goal: goal ? `${goal.limit}${goal.of === 'ratio' ? ' x' : ` ${unit}`}`.trim() : '',
      met: goal && reached !== undefined ? reached <= goal.limit : null,
    };
  });
}

/** Bytes of what is loaded, in kB gzipped: the same in every run of one build. */
export function noteBytes(samples: Samples): void {
  for (const [part, bytes] of Object.entries(partsOf('chrome'))) {
    samples.set(`${part}, gzipped`, [bytes / 1000]);
  }
}

/** The rows as a Markdown table. */
export function markdown(rows: Row[]): string {
  const number = (value: number) => value.toFixed(value < 10 ? 2 : 1);
  const lines = rows.map(({ row, median, lower, upper, unit, ratio, goal, met }) =>
    [
      row,
      unit === '' ? String(median) : `${number(median)} ${unit}`,
      unit === 'kB' ? '' : `${number(lower)} to ${number(upper)}`,
      ratio === null ? '' : `${ratio.toFixed(2)} x`,
      goal,
      met === null ? '' : met ? 'met' : '**missed**',
    ].join(' | '),
  );
  return [
    '| | median | quartiles | x empty | goal | |',
    '|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}
