import { expect, it } from 'vitest';
import { SINCE_EVER_MS } from '../time/range';
import { isoBounds } from './export-card';
import { cohorts, START_MS } from './fake-cards';
import { fileName } from './file-name';

it('says whose figures they are, over which days, and when they were had', () => {
  expect(fileName([cohorts], 'Acme University', START_MS)).toBe(
    'lens-acme-university-2026-11-11-to-2026-11-13-as-of-2026-11-11',
  );
});

it('says all time where nothing says when that began', () => {
  expect(fileName([{ ...cohorts, startMs: SINCE_EVER_MS }], 'acme', START_MS)).toBe(
    'lens-acme-all-time-to-2026-11-13-as-of-2026-11-11',
  );
  expect(isoBounds({ startMs: SINCE_EVER_MS, endMs: START_MS })).toEqual({
    start: null,
    end: '2026-11-10',
  });
});

it.each([
  ['../etc/passwd', 'lens-etc-passwd-as-of-2026-11-11'],
  ['CON: <x>', 'lens-con-x-as-of-2026-11-11'],
  ['名前', 'lens-名前-as-of-2026-11-11'],
  ['…', 'lens-as-of-2026-11-11'],
])('is a name that every system takes: %s', (organization, name) => {
  expect(fileName([], organization, START_MS)).toBe(name);
});
