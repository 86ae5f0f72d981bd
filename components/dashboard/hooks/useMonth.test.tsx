// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { MonthCost } from '@/utils/figures/budget';
import type { MonthPlace } from '@/utils/store/snapshots/months';
import { useMonth } from './useMonth';

/** Each reading of the store, answered when the test wants. */
const readings = vi.hoisted((): { user: string; answer: (month: unknown) => void }[] => []);
vi.mock('@/utils/store/snapshots/months', () => ({
  readMonth: ({ user }: { user: string }) =>
    new Promise((answer) => readings.push({ user, answer })),
}));

const place = (user: string): MonthPlace => ({
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user,
  keyFingerprint: 'f',
});
const month = (total: number): MonthCost => ({ total, asOfMs: 1 });

beforeEach(() => {
  readings.length = 0;
  Object.assign(browser.runtime, { sendMessage: () => new Promise(() => undefined) });
});
afterEach(cleanup);

const answer = (user: string, total: number) =>
  act(async () => readings.find((one) => one.user === user)?.answer(month(total)));

it('never shows a month under another person’s name, not even for one drawing', async () => {
  const drawn: [user: string, total: number | null][] = [];
  const { rerender } = renderHook(
    (user: string) => {
      const found = useMonth(place(user), 0);
      drawn.push([user, found?.total ?? null]);
    },
    { initialProps: 'ada' },
  );
  await answer('ada', 5);
  expect(drawn.at(-1)).toEqual(['ada', 5]);
  rerender('bob');
  await answer('bob', 9);
  expect(drawn.at(-1)).toEqual(['bob', 9]);
  expect(drawn.filter(([user, total]) => user === 'bob' && total === 5)).toEqual([]);
});

it('keeps a month when the reading for somebody who was left comes last', async () => {
  const { result, rerender } = renderHook((user: string) => useMonth(place(user), 0), {
    initialProps: 'ada',
  });
  rerender('bob');
  await waitFor(() => expect(readings).toHaveLength(2));
  await answer('bob', 9);
  await answer('ada', 5);
  expect(result.current).toEqual(month(9));
});

it('is asked for the page of a private window as such, so that nothing of it is kept', async () => {
  const sendMessage = vi.fn((_message: unknown) => new Promise(() => undefined));
  Object.assign(browser.runtime, { sendMessage });
  const { rerender } = renderHook((one: MonthPlace) => useMonth(one, 0), {
    initialProps: place('ada'),
  });
  rerender({ ...place('ada'), isPrivate: true });
  await waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2));
  expect(sendMessage.mock.calls).toMatchObject([
    [{ args: { user: 'ada', isPrivate: false } }],
    [{ args: { user: 'ada', isPrivate: true } }],
  ]);
});

it('is asked for again when newer figures have come, as it may have been out of reach before', async () => {
  const sendMessage = vi.fn((_message: unknown) => new Promise(() => undefined));
  Object.assign(browser.runtime, { sendMessage });
  const { rerender } = renderHook((fetchedAtMs: number) => useMonth(place('ada'), 0, fetchedAtMs), {
    initialProps: 1,
  });
  rerender(1);
  expect(sendMessage).toHaveBeenCalledTimes(1);
  rerender(2);
  await waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2));
});
