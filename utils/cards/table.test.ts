import { expect, it } from 'vitest';
import { bucketTitle } from '@/utils/figures/text/format';
import { DAY_MS, HOUR_MS } from '@/utils/figures/time/range';
import {
  costOf,
  cutWeeks,
  exampleCohorts,
  feedbackOf,
  plainSpaces,
  START_MS,
  sayEnglish,
} from './fake-figures';
import { sampleFeedback } from './feedback/sample';
import { tableOf } from './table';

it('has one row a bucket, and says what is unknown', () => {
  const table = tableOf('cohorts', exampleCohorts, sayEnglish, 'en');
  expect(plainSpaces(table.caption)).toBe('New and veteran users, Nov 11 – 13, 2026 UTC');
  expect(table.columns).toEqual(['Period', 'New users', 'Veteran users']);
  expect(table.rows(0, table.length)).toEqual([
    ['Wed, Nov 11, 2026', '2', '6'],
    ['Thu, Nov 12, 2026', '1', 'unknown'],
    ['Fri, Nov 13, 2026', '4', '3'],
  ]);
});

it('keeps every decimal of an amount, and names each bar by its own bounds', () => {
  const cost = costOf([0.123456, 1]);
  const wide = cost.spans.map((span) => ({ ...span, endMs: span.startMs + 3 * DAY_MS }));
  const asOfMs = START_MS + 9 * DAY_MS;
  const { rows } = tableOf('cost', { ...cost, asOfMs, spans: wide }, sayEnglish, 'en');
  const written = rows(0, 2);
  expect(written.map(([, dollars]) => dollars)).toEqual(['0.123456', '1.00']);
  expect(plainSpaces(written[0]?.[0] ?? '')).toBe('Nov 11 – 13, 2026');
});

it('names a week that the range cuts by the days that are counted, and the running hour by its own', () => {
  const { rows, length } = tableOf('feedback', cutWeeks(), sayEnglish, 'en');
  expect(rows(0, length).map(([title]) => plainSpaces(title ?? ''))).toEqual([
    'Oct 29 – Nov 1, 2026',
    'Nov 2 – 8, 2026',
    'Nov 9 – 15, 2026',
    'Nov 16 – 18, 2026',
  ]);
  const nowMs = START_MS + 9.5 * HOUR_MS;
  const hours = sampleFeedback({ kind: '24h' }, false, nowMs);
  const last = tableOf('feedback', hours, sayEnglish, 'en').rows(24, 25)[0]?.[0] ?? '';
  const title = bucketTitle({ startMs: nowMs - HOUR_MS / 2, endMs: nowMs + HOUR_MS / 2 }, 'en');
  expect(last).toBe(sayEnglish('ui_so_far', title));
});

it('writes only the rows that are asked for', () => {
  const { rows, length } = tableOf('cost', costOf([1, 2, 3]), sayEnglish, 'en');
  expect(length).toBe(3);
  expect(rows(1, 2).map(([, dollars]) => dollars)).toEqual(['2.00']);
});

it('writes no count short', () => {
  expect(
    tableOf('feedback', feedbackOf([1_234_567], null), sayEnglish, 'en').rows(0, 1)[0]?.[1],
  ).toBe('1,234,567');
});

it('tells what ran when it was asked for as running, however long ago that was', () => {
  const asOfMs = START_MS + 2.5 * DAY_MS;
  const { rows } = tableOf('cost', { ...costOf([1, 2, 3]), asOfMs }, sayEnglish, 'en');
  expect(rows(0, 3).map(([title]) => plainSpaces(title ?? ''))).toEqual([
    'Wed, Nov 11, 2026',
    'Thu, Nov 12, 2026',
    'Fri, Nov 13, 2026, so far',
  ]);
});
