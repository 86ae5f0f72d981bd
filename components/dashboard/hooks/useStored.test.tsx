// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { INITIAL_VIEW, writeView } from '@/utils/store/settings/view';
import { useStored } from './useStored';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('asks a store that did not answer again, and says meanwhile that nothing is known', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('busy'));
  const { result } = renderHook(() => useStored(null));
  await waitFor(() => expect(result.current.stored?.settings.state).toBe('unread'));
  get.mockRestore();
  await vi.advanceTimersByTimeAsync(2000);
  await waitFor(() => expect(result.current.stored?.settings.state).toBe('ok'));
  vi.useRealTimers();
});

it('sends a choice to the store in the turn of the click, as the popup may close after it', async () => {
  await writeView({ ...INITIAL_VIEW, compare: true });
  const { result } = renderHook(() => useStored(null));
  await waitFor(() => expect(result.current.stored?.view.compare).toBe(true));
  const set = vi.spyOn(browser.storage.local, 'set');
  act(() => {
    result.current.changeView((now) => ({ ...now, range: { kind: '7d' } }));
    expect(set.mock.lastCall).toMatchObject([
      { view: { value: { compare: true, range: { kind: '7d' } } } },
    ]);
    result.current.changeView((now) => ({ ...now, running: true }));
    expect(set.mock.lastCall).toMatchObject([
      { view: { value: { running: true, range: { kind: '7d' } } } },
    ]);
  });
  expect(result.current.stored?.view).toMatchObject({ compare: true, running: true });
});

it('writes nothing over a view that it could not read', async () => {
  const newer = { version: 99, value: {} };
  await browser.storage.local.set({ view: newer });
  const { result } = renderHook(() => useStored(null));
  await waitFor(() => expect(result.current.stored).not.toBeNull());
  const changed = result.current.changeView((now) => ({ ...now, running: true }));
  expect(await changed).toEqual({ ok: false, failure: { kind: 'storage' } });
  expect(await browser.storage.local.get('view')).toEqual({ view: newer });
});
