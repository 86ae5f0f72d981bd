// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Failure } from '@/utils/failure';
import { useAging } from './useAging';

afterEach(cleanup);

const FETCHED_MS = Date.UTC(2026, 10, 25, 9);
const MINUTE_MS = 60_000;

function open(failure: Failure | null = null, fetchedMinutes: number | null = 0) {
  const refresh = vi.fn();
  const knownAt = (minutes: number | null) => ({
    fetchedAtMs: minutes === null ? null : FETCHED_MS + minutes * MINUTE_MS,
    failure,
  });
  const hook = renderHook(
    ({ minutes, known }) => useAging(known, FETCHED_MS + minutes * MINUTE_MS, refresh),
    { initialProps: { minutes: 0, known: knownAt(fetchedMinutes) } },
  );
  const at = (minutes: number, fetched = fetchedMinutes) =>
    hook.rerender({ minutes, known: knownAt(fetched) });
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

it.each([
  0,
  null,
])('tries again every minute while no server is reached, figures or none', (fetched) => {
  const { refresh, at } = open({ kind: 'offline' }, fetched);
  at(0.5);
  expect(refresh).not.toHaveBeenCalled();
  at(1);
  at(1.5);
  expect(refresh).toHaveBeenCalledTimes(1);
  at(2);
  expect(refresh).toHaveBeenCalledTimes(2);
});

it('tries again after a failure where there are no figures yet, and asks nothing while the first are on their way', () => {
  const failed = open({ kind: 'server', status: 503 }, null);
  failed.at(14);
  expect(failed.refresh).not.toHaveBeenCalled();
  failed.at(16);
  expect(failed.refresh).toHaveBeenCalledTimes(1);
  const loading = open(null, null);
  loading.at(60);
  expect(loading.refresh).not.toHaveBeenCalled();
});

it('fault 52: asks once for figures of a time to come, as the clock was set back', () => {
  const { refresh, at } = open();
  at(-0.4);
  expect(refresh).not.toHaveBeenCalled();
  for (const minutes of [-600, -599, -590]) at(minutes);
  expect(refresh).toHaveBeenCalledTimes(1);
});
