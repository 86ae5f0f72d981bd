import { describe, expect, it } from 'vitest';
import { age, FRESH_MS, isRecent } from './age';

describe('the age of figures', () => {
  it.each([
    [-5000, 'now'],
    [59_000, 'now'],
    [3 * 60_000, '3 min. ago'],
    [26 * 3_600_000, 'yesterday'],
  ])('%d ms is said as %s', (ms, text) => expect(age(ms, 'en')).toBe(text));

  it('is fresh for five minutes, and never for a stamp of the future', () => {
    const nowMs = Date.UTC(2026, 10, 17, 12);
    expect(isRecent(nowMs, nowMs)).toBe(true);
    expect(isRecent(nowMs - FRESH_MS + 1, nowMs)).toBe(true);
    expect(isRecent(nowMs - FRESH_MS, nowMs)).toBe(false);
    expect(isRecent(nowMs + 1, nowMs)).toBe(false);
  });
});
