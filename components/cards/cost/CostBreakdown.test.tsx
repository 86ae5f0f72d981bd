// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { costOf } from '@/utils/cards/fake-figures';
import { CostBreakdown } from './CostBreakdown';

afterEach(cleanup);

const identity = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'ada',
  mentorId: 'm-1',
  keyFingerprint: 'f1',
};

it.each([
  [true, 'm-1'],
  [undefined, null],
])('is of one mentor only where the cost above it is (%j)', async (ofMentor, mentorId) => {
  const heard = vi.fn(async (_message: unknown) => ({ ok: false, failure: { kind: 'offline' } }));
  browser.runtime.sendMessage = async (message: unknown) => heard(message);
  const data = { ...costOf([20, 20]), spentOn: ['model' as const], ...(ofMentor && { ofMentor }) };
  const context = {
    whose: { user: 'Ada', organization: 'Acme', mentor: 'Tutor' },
    identity,
    range: { kind: '7d' as const },
    nowMs: 0,
    busy: false,
    compare: false,
    running: false,
    budget: null,
  };
  render(<CostBreakdown state={{ data }} context={context} onFailure={vi.fn()} />);
  const details = screen.getByText('What it was spent on').closest('details');
  if (!details) throw new Error('no disclosure');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  expect(heard.mock.calls[0]?.[0]).toMatchObject({ args: { identity: { mentorId } } });
});
