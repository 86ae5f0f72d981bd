// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useAging } from './useAging';
import { useNow } from './useNow';
import { useTurn } from './useTurn';

const EVENING_MS = Date.UTC(2026, 10, 25, 23);
const HOUR_MS = 3_600_000;

let seen: 'visible' | 'hidden';
beforeEach(() => {
  vi.useFakeTimers({ now: EVENING_MS });
  seen = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => seen);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const look = (now: typeof seen) =>
  act(() => {
    seen = now;
    document.dispatchEvent(new Event('visibilitychange'));
  });

const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

it('a panel that nobody sees asks nothing, and at once when it is looked at after midnight', async () => {
  const old = vi.fn();
  const turned = vi.fn();
  renderHook(() => {
    const nowMs = useNow();
    useAging({ fetchedAtMs: EVENING_MS, failure: null }, nowMs, old);
    useTurn({ kind: '30d' }, nowMs, turned);
  });
  await look('hidden');
  await pass(8 * HOUR_MS);
  expect(old).not.toHaveBeenCalled();
  expect(turned).not.toHaveBeenCalled();
  await look('visible');
  expect(old).toHaveBeenCalledTimes(1);
  expect(turned.mock.calls).toEqual([[EVENING_MS + HOUR_MS]]);
});

it('a panel in view asks within half a minute of the day that begins, and every quarter of an hour', async () => {
  const old = vi.fn();
  const turned = vi.fn();
  renderHook(() => {
    const nowMs = useNow();
    useAging({ fetchedAtMs: EVENING_MS, failure: null }, nowMs, old);
    useTurn({ kind: '30d' }, nowMs, turned);
  });
  for (let passedMs = 0; passedMs <= HOUR_MS; passedMs += 30_000) {
    await pass(30_000);
  }
  expect(turned.mock.calls).toEqual([[EVENING_MS + HOUR_MS]]);
  expect(old.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(old.mock.calls.length).toBeLessThanOrEqual(4);
});
