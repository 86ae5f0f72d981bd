import { nextPaint } from '@/components/ui/next-paint';
import { enqueueDraw } from './draw-queue';

type ChartJs = typeof import('./chart-js');

let begin: (loaded: Promise<ChartJs>) => void = () => undefined;

/**
 * The chart library, from when it is loaded; rejects where it can't be (a page left open over an update
 * can't load its parts any more).
 */
export const chartJs = new Promise<ChartJs>((resolve) => {
  begin = resolve;
});

// Callers get the failure themselves; this avoids an unhandled rejection when there is no caller.
chartJs.catch(() => undefined);

/** Loads the chart library, by which every plot on the page is then drawn on its canvas. */
const loadChartJs = (): void => begin(import('./chart-js'));

const APPROACHES = ['pointerover', 'focusin', 'keydown'] as const;

/**
 * Loads the chart library when a pointer, the focus or a key comes to a chart. Until then its sketch stands,
 * which shows the same; tips need neither, so the first of them is painted before.
 */
export function loadChartJsOnApproach(): void {
  const near = ({ target }: Event) => {
    if (!(target instanceof Element) || !target.closest('.plot')) return;
    for (const approach of APPROACHES) removeEventListener(approach, near);
    nextPaint().then(loadChartJs);
  };
  for (const approach of APPROACHES) addEventListener(approach, near);
}

/** Draws every plot on its canvas, for exporting its pixels; if that fails, the sketches stay. */
export async function drawCharts(): Promise<void> {
  loadChartJs();
  await chartJs.catch(() => undefined);
  // Waits for all drawings in the queue, and once more for the updates that they cause.
  await enqueueDraw(() => undefined);
  await enqueueDraw(() => undefined);
}
