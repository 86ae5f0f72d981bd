// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeSettings } from '@/utils/store/settings/fake-profile';
import { INITIAL_VIEW } from '@/utils/store/settings/view';
import type { Detection } from '@/utils/tab/active-tab';
import type { Opening } from '../model/opening';
import { useDashboard } from './useDashboard';

const tab = vi.hoisted(() => ({ tell: (_: unknown): void => undefined }));
vi.mock('@/utils/tab/watch-tab', () => ({
  watchActiveTab: (onChange: (detection: unknown) => void) => {
    tab.tell = onChange;
    return () => undefined;
  },
}));

const page = (org: string): Detection => ({
  state: 'page',
  tabId: 1,
  page: {
    host: 'os.ibl.ai',
    user: { name: 'ada', displayName: 'Ada' },
    org: { key: org, name: null },
    mentor: null,
    from: 'local-storage',
  },
});
const meta = { last4: '1234', fingerprint: 'f', scheme: 'Api-Token' as const };
const opening: Opening = {
  stored: {
    settings: { state: 'ok', settings: fakeSettings() },
    keyMetas: { active: meta },
    view: INITIAL_VIEW,
  },
  detection: page('globex'),
  mentor: null,
  board: null,
  snapshot: null,
  query: null,
};

const sent = vi.fn();
beforeEach(() => {
  sent.mockReset().mockReturnValue(new Promise(() => undefined));
  Object.assign(browser.runtime, { sendMessage: sent });
});
afterEach(cleanup);

it('a click that waves one page through counts for no other, and no second time', async () => {
  const { result } = renderHook(() => useDashboard(opening));
  const goTo = (org: string) => act(async () => tab.tell(page(org)));
  const kind = () => result.current.model.screen.kind;
  expect(kind()).toBe('org-mismatch');
  expect(sent).not.toHaveBeenCalled();
  await act(async () => result.current.acceptPage());
  expect(kind()).toBe('figures');
  await goTo('hooli');
  expect(kind()).toBe('org-mismatch');
  await goTo('globex');
  expect(kind()).toBe('org-mismatch');
});

it('a render that changes nothing gives the same figures, so that no first paint is kept anew', async () => {
  const { result, rerender } = renderHook(() =>
    useDashboard({ ...opening, detection: page('acme') }),
  );
  await act(async () => undefined);
  const { figures } = result.current.model;
  expect(figures).not.toBeNull();
  rerender();
  expect(result.current.model.figures).toBe(figures);
});
