import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after';

const nowMs = Date.UTC(2026, 2, 1, 12);
const daysMs = (days: number) => days * 86_400_000;

describe('fault 21: Retry-After in every form', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['none', '0', 0],
    ['spaces around', ' 3 ', 3_000],
    ['a date', 'Sun, 01 Mar 2026 12:01:00 GMT', 60_000],
    ['an obsolete date', 'Sunday, 01-Mar-26 12:01:00 GMT', 60_000],
    ['the oldest date, without a zone', 'Sun Mar  1 12:01:00 2026', 60_000],
    ['a past date', 'Fri, 06 Nov 1998 08:49:37 GMT', 0],
    ['negative', '-5', 30_000],
    ['garbage', 'soon', 30_000],
    ['a fraction', '1.5', 30_000],
    ['empty', '', 30_000],
    ['missing', null, 30_000],
    ['an impossible date', 'Sun, 99 Foo 2026 12:01:00 GMT', 30_000],
    ['huge', '99999999999999999999', daysMs(1)],
    ['a date in a thousand years', 'Sun, 01 Mar 3026 12:01:00 GMT', daysMs(1)],
  ])('%s: %s', (_, header, waitMs) => {
    expect(retryAfterMs(header, nowMs)).toBe(waitMs);
  });
});
