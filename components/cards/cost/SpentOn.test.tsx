// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { CostBreakdown } from '@/utils/cards/cost/data';
import { costOf } from '@/utils/cards/fake-figures';
import { SpentOn } from './SpentOn';

const identity = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'ada',
  mentorId: null,
  keyFingerprint: 'f1',
};
const shares = (over: Partial<CostBreakdown> = {}): CostBreakdown => ({
  by: 'model',
  whose: 'user',
  startMs: Date.UTC(2026, 2, 1),
  endMs: Date.UTC(2026, 2, 31),
  shares: [
    { name: 'gpt-4o', cost: 30 },
    { name: '=evil\u202e', cost: 9.995 },
  ],
  rest: 0.005,
  more: false,
  ...over,
});
const data = { ...costOf([20, 20], null, 40), spentOn: ['model' as const, 'mentor' as const] };

const heard = vi.fn();
const onFailure = vi.fn();
function begin(answer: unknown, cost = data) {
  heard.mockReset().mockResolvedValue(answer);
  browser.runtime.sendMessage = async (message: unknown) => heard(message);
  return render(<SpentOn data={cost} identity={identity} onFailure={onFailure} />);
}
afterEach(cleanup);

function open() {
  const details = screen.getByText('What it was spent on').closest('details');
  if (!details) throw new Error('no disclosure');
  details.open = true;
  fireEvent(details, new Event('toggle'));
}

describe('what it was spent on', () => {
  it('is asked for when it is opened, and shows each share to the cent and the total', async () => {
    begin({ ok: true, value: shares() });
    expect(heard).not.toHaveBeenCalled();
    open();
    const table = await screen.findByRole('table');
    expect(heard).toHaveBeenCalledOnce();
    expect(heard.mock.calls[0]?.[0]).toMatchObject({
      command: 'costBreakdown',
      args: { identity, by: 'model' },
    });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      'gpt-4o$30.0075%',
      '=evil$10.0025%',
      'Others$0.00500%',
      'Total$40.00',
    ]);
  });

  it('is asked again by mentor', async () => {
    begin({ ok: true, value: shares() });
    open();
    await screen.findByRole('table');
    fireEvent.click(screen.getByRole('button', { name: 'By agent' }));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    expect(heard.mock.calls[1]?.[0]).toMatchObject({ args: { by: 'mentor' } });
  });

  it('says whose cost it is, and gives no total where some may be missing', async () => {
    begin({ ok: true, value: shares({ whose: 'organization', more: true }) });
    open();
    await screen.findByText('Cost of the whole organization, not of one person.');
    expect(screen.queryByText('Total')).toBeNull();
  });

  it('says that it is of everybody with one agent', async () => {
    begin({ ok: true, value: shares({ by: 'person', whose: 'mentor' }) });
    open();
    await screen.findByText('Cost of everybody with this agent, not of one person.');
  });

  it('says why it can’t be had, with one way on', async () => {
    begin({ ok: false, failure: { kind: 'not-served' } });
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Check the settings' }));
    expect(onFailure).toHaveBeenCalledWith('open-options', { kind: 'not-served' });
  });

  it('is not offered where the deployment can’t tell', () => {
    begin({}, { ...data, spentOn: [] });
    expect(screen.queryByText('What it was spent on')).toBeNull();
  });
});
