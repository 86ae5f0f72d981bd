// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Range } from '@/utils/figures/time/range';
import { useTurn } from './useTurn';

afterEach(cleanup);

const EVENING_MS = Date.UTC(2026, 10, 30, 23, 40);
const MINUTE_MS = 60_000;

function open(kind: '24h' | '30d') {
  const refresh = vi.fn<(newerThanMs: number) => void>();
  const initialProps: { range: Range; nowMs: number } = { range: { kind }, nowMs: EVENING_MS };
  const hook = renderHook(({ range, nowMs }) => useTurn(range, nowMs, refresh), { initialProps });
  const at = (minutes: number, range: Range = { kind }) =>
    hook.rerender({ range, nowMs: EVENING_MS + minutes * MINUTE_MS });
  return { refresh, at };
}

it('fault 52: asks once for what is newer than midnight, though the computer slept over it', () => {
  const { refresh, at } = open('30d');
  at(10);
  expect(refresh).not.toHaveBeenCalled();
  at(9 * 60);
  at(9 * 60 + 1);
  expect(refresh.mock.calls).toEqual([[Date.UTC(2026, 11, 1)]]);
});

it('asks every hour for the hours of the last day', () => {
  const { refresh, at } = open('24h');
  at(20);
  at(50);
  at(80);
  expect(refresh.mock.calls).toEqual([[Date.UTC(2026, 11, 1)], [Date.UTC(2026, 11, 1, 1)]]);
});

it('asks nothing by itself where another range is chosen, or the clock is set back', () => {
  const { refresh, at } = open('30d');
  at(1, { kind: '24h' });
  at(2, { kind: '30d' });
  at(-3 * 24 * 60);
  expect(refresh).not.toHaveBeenCalled();
});
