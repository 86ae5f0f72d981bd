import { DAY_MS, HOUR_MS } from '../time/range';
import type { ExportCard, Figure } from './export-card';

export const START_MS = Date.UTC(2026, 10, 11);

const scope = { organization: 'acme', user: null, agent: null };

const points = (values: (number | null)[], startMs = START_MS, lengthMs = DAY_MS) =>
  values.map((value, index) => ({
    startMs: startMs + index * lengthMs,
    endMs: startMs + (index + 1) * lengthMs,
    value,
  }));

const figure = (name: string, unit: Figure['unit'], values: (number | null)[]): Figure => ({
  name,
  label: name.replace('-', ' '),
  unit,
  points: points(values),
  overall: null,
  overallBefore: null,
  change: null,
  compared: null,
  before: null,
});

/** Three days of users, the last of which was not over; and the three days before. */
export const cohorts: ExportCard = {
  card: 'cohorts',
  caption: 'New and veteran users',
  scope,
  asOfMs: START_MS + 2 * DAY_MS + HOUR_MS,
  startMs: START_MS,
  endMs: START_MS + 3 * DAY_MS,
  before: { startMs: START_MS - 3 * DAY_MS, endMs: START_MS },
  figures: [
    {
      ...figure('new-users', 'users', [2, 1, 4]),
      overall: 7,
      overallBefore: 5,
      before: points([5, null, 0], START_MS - 3 * DAY_MS),
    },
    figure('veteran-users', 'users', [6, null, 123_456_789]),
  ],
};

/** Two hours of one person's cost, with almost nothing in the second. */
export const cost: ExportCard = {
  card: 'cost',
  caption: 'LLM cost',
  scope: { ...scope, user: 'ada' },
  asOfMs: START_MS + DAY_MS,
  startMs: START_MS,
  endMs: START_MS + 2 * HOUR_MS,
  before: null,
  figures: [{ ...figure('cost', 'USD', []), points: points([2.61567, 4e-6], START_MS, HOUR_MS) }],
};

/** A card in which every text is the given one. */
export const named = (text: string): ExportCard => ({
  ...cost,
  caption: text,
  scope: { organization: text, user: text, agent: text },
  figures: cost.figures.map((one) => ({ ...one, label: text })),
});
