// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { MonthCost } from '@/utils/figures/budget';
import { Budget } from './Budget';

afterEach(cleanup);

const nowMs = Date.UTC(2026, 2, 20, 12);

function show(month: MonthCost | null): HTMLProgressElement {
  const context = {
    whose: { user: 'Ada', organization: 'Acme', mentor: null },
    identity: null,
    range: { kind: '7d' as const },
    nowMs,
    busy: false,
    compare: false,
    running: false,
    budget: { amount: 50, month },
  };
  const { container } = render(<Budget context={context} />);
  const bar = container.querySelector('progress');
  if (!bar) throw new Error('no bar');
  return bar;
}

it('a budget of which nobody knows what is spent has no bar, but its room', () => {
  const bar = show(null);
  expect(getComputedStyle(bar).visibility).toBe('hidden');
  expect(bar.hasAttribute('value')).toBe(false);
});

it('a budget of which nothing is spent has an empty bar', () => {
  const bar = show({ total: 0, asOfMs: nowMs });
  expect(getComputedStyle(bar).visibility).not.toBe('hidden');
  expect(bar.value).toBe(0);
});
