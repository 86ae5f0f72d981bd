// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import {
  cleanup,
  fireEvent,
  render,
  renderHook,
  screen,
  waitFor,
  within,
} from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { preloadLazy } from '@/components/ui/lazy';
import { fakeSettings } from '@/utils/store/settings/fake-profile';
import { writeSettings } from '@/utils/store/settings/settings';
import { readView } from '@/utils/store/settings/view';
import { Dashboard } from '../Dashboard';
import { useActions } from './useActions';
import { useDashboard } from './useDashboard';

vi.mock('@/components/charts/chart-js', () => ({ drawChart: () => () => undefined }));
vi.mock('../export/export-figures', () => ({ exportFigures: async () => 'Copied.' }));

beforeAll(preloadLazy);
beforeEach(async () => {
  await browser.storage.local.clear();
  browser.tabs.query = async () => [];
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function openSample() {
  await writeSettings({ ...fakeSettings(), sample: true });
  render(<Dashboard layout="tall" opening={null} />);
  await screen.findByRole('button', { name: 'Export' });
}

const said = () => within(screen.getByRole('log')).queryByText(/./);

it('shows the result of each copy, and says it again where it is the same', async () => {
  await openSample();
  const copy = () => {
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Copy as table' }));
  };
  copy();
  await waitFor(() => expect(said()?.textContent).toBe('Copied.'));
  expect(screen.getByRole('log').className).toBe('message');
  const first = said();
  copy();
  await waitFor(() => expect(first?.isConnected).toBe(false));
  await waitFor(() => expect(said()?.textContent).toBe('Copied.'));
});

it('shows twelve months where all time is not to be had', async () => {
  const hook = renderHook(() => useActions(useDashboard(null), false));
  hook.result.current.onFailure('show-12-months', { kind: 'no-all-time' });
  await waitFor(async () => expect((await readView()).range).toEqual({ kind: '12m' }));
});

it('says that a choice or the sample’s end was not stored', async () => {
  await openSample();
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'));
  for (const name of ['7 d', 'Leave sample data', 'This agent', 'Leave sample data']) {
    const before = said();
    fireEvent.click(screen.getByRole('button', { name }));
    await waitFor(() => {
      expect(said()?.textContent).toContain('storage did not answer');
      expect(said()).not.toBe(before);
    });
  }
});
