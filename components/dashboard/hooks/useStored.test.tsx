// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { useStored } from './useStored';

afterEach(cleanup);

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
