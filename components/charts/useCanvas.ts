import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { ChartModel } from '@/utils/figures/chart/model';
import { enqueueDraw } from './draw-queue';
import { chartJs } from './load-chart-js';
import { chartTheme } from './theme';
import { useColourChanges } from './useColourChanges';

/**
 * Draws a chart on the canvas when the page has been painted and the chart library has come; true
 * once the canvas shows exactly this chart, in these colours. Without the library (a page left open
 * over an update cannot load it) the sketch stays.
 */
export function useCanvas(
  canvas: RefObject<HTMLCanvasElement | null>,
  model: ChartModel,
  width: number,
  height: number,
): boolean {
  const [drawn, setDrawn] = useState<{ model: ChartModel; colours: number } | null>(null);
  const colours = useColourChanges();
  // Put into the queue as soon as the library is there; when its turn comes the page has been painted.
  useLayoutEffect(() => {
    let gone = false;
    let takeOff = () => {};
    const draw = ({ drawChart }: Awaited<typeof chartJs>) => {
      if (gone || !canvas.current) return;
      const theme = chartTheme(canvas.current);
      takeOff = drawChart(canvas.current, model, theme, { width, height });
      setDrawn({ model, colours });
    };
    chartJs.then((library) => enqueueDraw(() => draw(library))).catch(() => undefined);
    return () => {
      gone = true;
      takeOff();
      setDrawn(null);
    };
  }, [canvas, model, width, height, colours]);
  return drawn?.model === model && drawn.colours === colours;
}
