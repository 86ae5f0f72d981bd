// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { costView } from '@/utils/cards/cost/view';
import { costOf, START_MS } from '@/utils/cards/fake-figures';
import type { ChartModel } from '@/utils/figures/chart/model';
import { DAY_MS } from '@/utils/figures/time/range';
import { CardChart } from './CardChart';
import type { CardContext } from './context';

const built: ((maxPoints: number) => ChartModel)[] = [];
vi.mock('../charts/Plot', () => ({
  Plot: ({ build }: { build: (maxPoints: number) => ChartModel }) => {
    built.push(build);
    return null;
  },
}));
afterEach(cleanup);

const draw = costView.chart ?? (() => expect.unreachable());
const contextAt = (nowMs: number): CardContext => ({
  whose: { user: 'Ada', organization: 'Acme', mentor: null },
  identity: null,
  range: { kind: '7d' },
  nowMs,
  busy: false,
  compare: false,
  running: false,
  budget: null,
});

it('draws what ran when it was asked for as running, though it has ended since', () => {
  const data = { ...costOf([1, 2, 3]), asOfMs: START_MS + 2.5 * DAY_MS };
  for (const nowMs of [data.asOfMs, data.asOfMs + DAY_MS]) {
    render(<CardChart name="cost" data={data} context={contextAt(nowMs)} draw={draw} />);
    expect(built.at(-1)?.(100).openIndex).toBe(2);
  }
});
