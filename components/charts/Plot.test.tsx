// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { cohortsView } from '@/utils/cards/cohorts/view';
import { sampleFigures } from '@/utils/cards/fake-figures';
import type { ChartOptions } from '@/utils/figures/chart/model';
import { say } from '@/utils/say';
import { drawChart } from './chart-js';
import { loadChartJsOnApproach } from './load-chart-js';
import { Plot } from './Plot';
import { knowPlotWidth } from './size';

vi.mock('./chart-js', () => ({ drawChart: vi.fn(() => () => undefined) }));
beforeAll(loadChartJsOnApproach);
afterEach(cleanup);

const NOW_MS = Date.UTC(2026, 10, 23, 14, 20);

function show(kind: '7d' | '90d' = '7d', compare = false) {
  const { cohorts } = sampleFigures({ kind }, false, NOW_MS);
  const options: Omit<ChartOptions, 'maxPoints'> = {
    asOfMs: NOW_MS,
    locale: 'en',
    say,
    compare,
  };
  const build = vi.fn((maxPoints: number) => cohortsView.chart(cohorts, { ...options, maxPoints }));
  const { container } = render(<Plot build={build} summary="all about it" />);
  return { build, container, canvas: screen.getByRole('img', { name: 'all about it' }) };
}

const press = (canvas: HTMLElement, key: string) => fireEvent.keyDown(canvas, { key });
const tip = (container: Element) => container.querySelector('.tip');

describe('Plot', () => {
  it('draws the sketch at once, with its values, and the canvas once somebody comes near', async () => {
    const { container } = show();
    expect(container.querySelector('svg.sketch')).not.toBeNull();
    fireEvent.pointerOver(document.body);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(drawChart).not.toHaveBeenCalled();
    const plot = container.querySelector('.plot');
    if (plot) fireEvent.pointerOver(plot);
    if (plot) fireEvent.pointerMove(plot, { clientX: 60 });
    expect(tip(container)).not.toBeNull();
    expect(drawChart).not.toHaveBeenCalled();
    await waitFor(() => expect(drawChart).toHaveBeenCalled());
    await waitFor(() => expect(container.querySelector('svg.sketch')).toBeNull());
    expect(container.querySelector('[data-drawn=chart]')).not.toBeNull();
  });

  it('has a picture for the paper while the page is printed, and only then', async () => {
    const { container } = show();
    await waitFor(() => expect(container.querySelector('[data-drawn=chart]')).not.toBeNull());
    const picture = () => container.querySelector('.paper > svg.sketch');
    expect(picture()).toBeNull();
    dispatchEvent(new Event('beforeprint'));
    const columns = [...(picture()?.querySelectorAll('path.bar') ?? [])]
      .map((bar) => bar.getAttribute('d'))
      .join('');
    expect(columns.split('z').length).toBeGreaterThan(6);
    dispatchEvent(new Event('afterprint'));
    expect(picture()).toBeNull();
  });

  it('asks for as many points as it is wide', () => {
    knowPlotWidth(200);
    const { build } = show();
    expect(build.mock.calls.map(([maxPoints]) => maxPoints)).toEqual([200]);
  });

  it('walks the buckets by arrow keys and speaks each', () => {
    const { container, canvas } = show();
    press(canvas, 'End');
    const live = container.querySelector('[aria-live=polite]');
    expect(live?.textContent).toMatch(/23 Nov|Nov 23/);
    expect(live?.textContent).toMatch(/so far, Veteran users: \d+, New users: \d+/);
    expect(tip(container)).not.toBeNull();
    press(canvas, 'ArrowLeft');
    expect(live?.textContent).toMatch(/22 Nov|Nov 22/);
    expect(live?.textContent).not.toContain('so far');
    press(canvas, 'Escape');
    expect(tip(container)).toBeNull();
  });

  it('says of a week that has none like it before that there is no comparison', () => {
    const { container, canvas } = show('90d', true);
    press(canvas, 'End');
    const live = container.querySelector('[aria-live=polite]');
    expect(live?.textContent).toContain('Range before: no comparison');
    press(canvas, 'ArrowLeft');
    expect(live?.textContent).toMatch(/Range before: \d/);
  });

  it('leaves other keys to the page', () => {
    const { canvas } = show();
    expect(press(canvas, 'Tab')).toBe(true);
    expect(press(canvas, 'ArrowLeft')).toBe(false);
  });

  it('shows the bucket under the pointer', () => {
    const { container } = show();
    const plot = container.querySelector('.plot');
    if (plot) fireEvent.pointerMove(plot, { clientX: 60 });
    expect(tip(container)?.textContent).toMatch(/17 Nov|Nov 17/);
    if (plot) fireEvent.pointerLeave(plot);
    expect(tip(container)).toBeNull();
  });
});
