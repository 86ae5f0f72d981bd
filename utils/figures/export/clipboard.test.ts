import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../time/range';
import { toClipboard } from './clipboard';
import { cohorts, cost, named } from './fake-cards';

const COLUMNS = { start: 'From', end: 'To' };
const grid = (locale: string, card = cohorts) =>
  toClipboard([card], locale, COLUMNS)
    .text.split('\n')
    .map((line) => line.split('\t'));

describe('what is copied', () => {
  it('has a column for each figure and a row for each interval, and nothing where nothing is known', () => {
    expect(grid('en-US')).toEqual([
      ['New and veteran users'],
      ['From', 'To', 'new users', 'veteran users'],
      ['11/11/2026', '11/11/2026', '2', '6'],
      ['11/12/2026', '11/12/2026', '1', ''],
      ['11/13/2026', '11/13/2026', '4', '123456789'],
    ]);
  });

  it.each([
    ['en-US', '11/11/2026', '2.61567', '0.000004'],
    ['en-GB', '11/11/2026', '2.61567', '0.000004'],
    ['es', '11/11/2026', '2,61567', '0,000004'],
    ['de', '11.11.2026', '2,61567', '0,000004'],
    ['sv', '2026-11-11', '2,61567', '0,000004'],
    ['ar-EG', '١١/١١/٢٠٢٦', '٢٫٦١٥٦٧', '٠٫٠٠٠٠٠٤'],
    ['fa', '۲۰۲۶/۱۱/۱۱', '۲٫۶۱۵۶۷', '۰٫۰۰۰۰۰۴'],
    ['he', '11.11.2026', '2.61567', '0.000004'],
    ['th-u-ca-buddhist', '11/11/2026', '2.61567', '0.000004'],
    ['ja-JP-u-ca-japanese', '2026/11/11', '2.61567', '0.000004'],
  ])('is written as %s writes numbers and Gregorian days, with every digit', (locale, day, much, little) => {
    const days = { ...cost, figures: cost.figures.map(wide) };
    const [, , first, second] = grid(locale, days);
    expect(first).toEqual([day, day, much]);
    expect(second?.at(-1)).toBe(little);
  });

  it.each([
    'en-US',
    'es',
    'de',
    'fr',
    'sv',
    'he',
  ])('groups no digits and turns no sign in %s', (locale) => {
    const points = [{ startMs: 0, endMs: DAY_MS, value: -123_456_789.5 }];
    const figures = cost.figures.map((figure) => ({ ...figure, points }));
    expect(grid(locale, { ...cost, figures })[2]?.at(-1)).toMatch(/^-123456789[.,]5$/);
  });

  it('fault 86: holds no formula and no markup, in text as in HTML', () => {
    const { text, html } = toClipboard([named('=1+1<img src=x>&\t"')], 'en', COLUMNS);
    expect(text.split('\n')[0]).toBe('\'=1+1<img src=x>& "');
    expect(html).toContain("<caption>'=1+1&lt;img src=x&gt;&amp; &quot;</caption>");
    expect(html).not.toContain('<img');
  });

  it('is the same table in HTML, one below the other', () => {
    const { html } = toClipboard([cohorts, cost], 'de', COLUMNS);
    expect(html.match(/<table>/g)).toHaveLength(2);
    expect(html).toContain(
      '<tr><th>From</th><th>To</th><th>new users</th><th>veteran users</th></tr>' +
        '<tr><td>11.11.2026</td><td>11.11.2026</td><td>2</td><td>6</td></tr>',
    );
  });

  it('has hours as the reader’s clock has them, to be told from days', () => {
    expect(grid('en-US', cost)[2]?.[0]).toMatch(/^11\/1[01]\/2026 \d\d:\d\d$/);
  });
});

/** The same values with whole days. */
const wide = (figure: (typeof cost.figures)[number]) => ({
  ...figure,
  points: figure.points.map(({ value }, index) => ({
    startMs: cost.startMs + index * DAY_MS,
    endMs: cost.startMs + (index + 1) * DAY_MS,
    value,
  })),
});
