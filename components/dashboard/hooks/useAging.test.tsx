// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { useAging } from './useAging';

afterEach(cleanup);

const FETCHED_MS = Date.UTC(2026, 10, 25, 9);
const MINUTE_MS = 60_000;

function open() {
  const refresh = vi.fn();
  const initialProps = { fetchedAtMs: FETCHED_MS, minutes: 0 };
  const hook = renderHook(
    ({ fetchedAtMs, minutes }) => useAging(fetchedAtMs, FETCHED_MS + minutes * MINUTE_MS, refresh),
    { initialProps },
  );
  const at = (minutes: number, fetchedMinutes = 0) =>
    hook.rerender({ fetchedAtMs: FETCHED_MS + fetchedMinutes * MINUTE_MS, minutes });
  return { refresh, at };
}

it('asks anew for what is older than a quarter of an hour, within a minute of it', () => {
  const { refresh, at } = open();
  at(14);
  expect(refresh).not.toHaveBeenCalled();
  at(16);
  expect(refresh.mock.calls).toEqual([[null]]);
  at(17, 16);
  at(30, 16);
  expect(refresh).toHaveBeenCalledTimes(1);
  at(32, 16);
  expect(refresh).toHaveBeenCalledTimes(2);
});

it('tries again a quarter of an hour after a failure, and not before', () => {
  const { refresh, at } = open();
  at(16);
  for (let minutes = 17; minutes < 31; minutes += 1) at(minutes);
  expect(refresh).toHaveBeenCalledTimes(1);
  at(32);
  expect(refresh).toHaveBeenCalledTimes(2);
});
