import { beforeAll, expect, it, vi } from 'vitest';

// The clock of New York is set back on November 1, 2026 at 06:00 UTC: 1:30 AM comes twice.
vi.stubEnv('TZ', 'America/New_York');
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 1, hour, minute);
const spaces = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

let isRepeated: typeof import('./repeated-hour').isRepeated;
let bucketTitle: typeof import('../text/format').bucketTitle;
let axisLabel: typeof import('../chart/axis-label').axisLabel;
beforeAll(async () => {
  ({ isRepeated } = await import('./repeated-hour'));
  ({ bucketTitle } = await import('../text/format'));
  ({ axisLabel } = await import('../chart/axis-label'));
});

it('knows the times that a clock shows twice', () => {
  expect([at(4), at(4, 59), at(7)].map(isRepeated)).toEqual([false, false, false]);
  expect([at(5), at(5, 59), at(6), at(6, 59)].map(isRepeated)).toEqual([true, true, true, true]);
  // In spring an hour is skipped and none is repeated.
  expect(isRepeated(Date.UTC(2026, 2, 8, 7))).toBe(false);
});

it('fault 37: the hour that a clock change repeats has a name of its own, and so a row of its own', () => {
  const title = (hour: number) =>
    spaces(bucketTitle({ startMs: at(hour), endMs: at(hour + 1) }, 'en'));
  expect([4, 5, 6, 7].map(title)).toEqual([
    'Sun, Nov 1, 12:00 AM',
    'Sun, Nov 1, 1:00 AM GMT-4',
    'Sun, Nov 1, 1:00 AM GMT-5',
    'Sun, Nov 1, 2:00 AM',
  ]);
  const axis = { columnMs: 3_600_000, lengthMs: 86_400_000, locale: 'en', say: String };
  expect([5, 6].map((hour) => spaces(axisLabel(at(hour), axis)))).toEqual([
    '1:00 AM GMT-4',
    '1:00 AM GMT-5',
  ]);
});
