import { describe, expect, it } from 'vitest';
import { ageShown } from './age';

const NOW_MS = Date.UTC(2026, 10, 25, 10);
const at = (minutes: number) => NOW_MS - minutes * 60_000;

describe('the age that is shown', () => {
  it.each([
    [at(3), false, 'Updated 3 min. ago', 'age'],
    [at(61), false, 'Updated 1 hr. ago', 'age stale'],
    [at(3), true, 'Refreshing…', 'age'],
    [at(61), true, 'Refreshing…', 'age stale'],
    [null, false, '', 'age'],
    [null, true, 'Refreshing…', 'age'],
    // A clock that was set back.
    [at(-5), false, 'Updated now', 'age'],
  ])('%# of %s, asking: %s', (fetchedAtMs, busy, text, className) => {
    expect(ageShown(fetchedAtMs, { nowMs: NOW_MS, busy })).toEqual({ text, className });
  });
});
